using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue;

/// <summary>The orders that wait for a person, what ends soonest first.</summary>
public sealed partial class ReviewQueuePage
{
    private const int Most = 100;

    private IReadOnlyList<QueueRow> rows = [];
    private int waiting;
    private bool mayDecide;

    [Inject]
    internal IStringLocalizer<ReviewText> Text { get; set; } = default!;

    [Inject]
    internal Core.Review.Queue.ReviewQueue Queue { get; set; } = default!;

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind is OrderEvents.Placed || entry.Kind.StartsWith("review.", StringComparison.Ordinal)
        || (entry.OrderId is not null && entry.Kind.StartsWith("order.", StringComparison.Ordinal));

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Queue.ReadAsync(QueueFilter.All, QueueOrder.Urgency, viewer, ct);
        if (!read.Done) return read.Refusal;
        var shown = await Queue.RowsAsync([.. read.Value.Cases.Take(Most)], viewer, ct);
        if (!shown.Done) return shown.Refusal;
        (rows, waiting, mayDecide) = (shown.Value, await Queue.CountAsync(ct), viewer.May(Permission.DecideCases));
        return null;
    }
}
