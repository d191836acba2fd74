using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>What reports say of an order that it does not say itself; nothing where they agree. For finance and for analysts.</summary>
public sealed partial class OrderDifferences
{
    private IReadOnlyList<DifferenceRow> rows = [];
    private bool mayOpen;

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal DifferenceList List { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string OrderId { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(DifferenceEvents.Prefix, StringComparison.Ordinal) || entry.Kind.StartsWith("day.", StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await List.OfOrderAsync(OrderId, viewer, ct);
        if (!read.Done) return read.Refusal;
        (rows, mayOpen) = (read.Value, viewer.May(Permission.SeeMoney));
        return null;
    }
}
