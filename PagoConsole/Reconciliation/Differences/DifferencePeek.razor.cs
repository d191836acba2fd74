using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>One difference beside the table: what decides, and what can be done.</summary>
public sealed partial class DifferencePeek
{
    private DifferenceView? view;
    private Actor? viewer;

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal DifferenceFile Files { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string DifferenceId { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Stream == Difference.StreamOf(DifferenceId) || entry.Kind.StartsWith("day.", StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Files.ReadAsync(DifferenceId, viewer, ct);
        if (!read.Done) return read.Refusal;
        (view, this.viewer) = (read.Value, viewer);
        return null;
    }
}
