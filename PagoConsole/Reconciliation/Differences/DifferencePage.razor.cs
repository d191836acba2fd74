using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>One difference: what disagrees, the records side by side, what can be done about it, and who did what.</summary>
public sealed partial class DifferencePage
{
    private DifferenceView? view;
    private Actor? viewer;

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal DifferenceFile Files { get; set; } = default!;

    [Parameter]
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
