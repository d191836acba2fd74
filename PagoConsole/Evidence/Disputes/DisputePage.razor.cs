using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Evidence.Disputes;

/// <summary>One dispute: what is said, what proves otherwise, until when it is to be answered, and how it ended.</summary>
public sealed partial class DisputePage
{
    private DisputeView? view;
    private Actor? viewer;
    private bool mayWork;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal DisputeCaseFile Files { get; set; } = default!;

    [Parameter]
    public required string DisputeId { get; set; }

    private IReadOnlyDictionary<long, string> Notes => view!.Timeline.Where(entry => entry.Note is not null).ToDictionary(entry => entry.Entry.Position, entry => entry.Note!);

    protected override bool Concerns(JournalEntry entry) => entry.OrderId is { } orderId && (view is null || view.Order.OrderId == orderId);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        (this.viewer, mayWork) = (viewer, viewer.May(Permission.WorkDisputes));
        var read = await Files.ReadAsync(DisputeId, viewer, ct);
        if (!read.Done) return read.Refusal;
        view = read.Value;
        return null;
    }
}
