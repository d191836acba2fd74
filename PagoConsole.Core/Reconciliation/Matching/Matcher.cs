using System.Text;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>What a match came to.</summary>
/// <param name="Orders">Orders paid that day.</param>
/// <param name="Rows">Lines of the report.</param>
/// <param name="Matched">Orders of the day of which the report tells, and with which no line of it disagrees.</param>
/// <param name="Tally">What the lines come to.</param>
/// <param name="Sums">What the orders come to, by currency.</param>
/// <param name="PaidOtherDays">Orders that were paid on other days and of which this report tells that they are paid.</param>
internal sealed record MatchOutcome(
    long Orders, long Rows, long Matched, LineTally Tally, IReadOnlyList<BookedSum> Sums, IReadOnlyCollection<string> PaidOtherDays);

/// <summary>
/// Matches a day: every line against the day's orders as it streams by; what does not plainly agree is looked up and compared, some hundred at
/// once; then what no line told of. Needs some hundred bytes for each order of the day, however long the report is.
/// </summary>
internal sealed class Matcher(DayBook book, MatchRules rules, LocalOrders orders, KnownSellers sellers, EarlierDates earlier)
{
    private const int AtOnce = 500;

    private readonly RefundRows refunds = new();
    private readonly Dictionary<string, string> paidElsewhere = [];

    /// <summary>Matches.</summary>
    /// <param name="report">The report.</param>
    /// <param name="found">Is given what was found, some hundred at once.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<MatchOutcome> RunAsync(IAsyncEnumerable<Stretch> report, Func<IReadOnlyList<Finding>, Task> found, CancellationToken ct)
    {
        var glance = new LineGlance(book, rules, sellers, earlier);
        var firstLine = new FirstLine();
        await foreach (var stretch in report.WithCancellation(ct))
        {
            firstLine.Visit(stretch, glance.Look);
            if (glance.Doubts.Count >= AtOnce) await CompareAsync(glance, found, ct);
        }

        await CompareAsync(glance, found, ct);
        await MissingAsync(found, ct);
        await MissingRefundsAsync(found, ct);
        var matched = 0L;
        for (var place = 0; place < book.Count; place++)
            if (book[place] is { IsTold: true, Disagrees: false }) matched++;
        return new MatchOutcome(book.Count, glance.Rows, matched, glance.Tally, book.Sums(), paidElsewhere.Keys);
    }

    private async Task CompareAsync(LineGlance glance, Func<IReadOnlyList<Finding>, Task> found, CancellationToken ct)
    {
        foreach (var doubts in glance.Doubts.Chunk(AtOnce))
        {
            await sellers.LookUpAsync(doubts.Select(doubt => doubt.Row.SellerId).OfType<string>(), ct);
            var findings = new List<Finding>();
            foreach (var (doubt, local) in await PairAsync(doubts, ct)) Compare(doubt, local, findings);
            if (findings.Count > 0) await found(findings);
        }

        glance.Doubts.Clear();
    }

    private void Compare(Doubt doubt, LocalOrder? local, List<Finding> findings)
    {
        var elsewhere = doubt.Place < 0 && local is not null && !doubt.IsDuplicate && doubt.Row.Status == RowStatus.Paid;
        var (further, other) = elsewhere ? Elsewhere(doubt.Row, local!) : (doubt.IsFurther, doubt.IsOtherTransaction);
        var refunded = local is not null && !doubt.IsDuplicate && doubt.Row.Status == RowStatus.Refunded;
        var seen = new SeenRow(doubt.Row, local)
        {
            IsDuplicate = doubt.IsDuplicate,
            IsFurther = further,
            IsOtherTransaction = other,
            SellerIsKnown = sellers.Has(doubt.Row.SellerId),
            SettledBefore = doubt.SettledBefore,
            Refund = refunded ? refunds.Take(local!, doubt.Row, rules) : null,
        };
        var told = Comparison.Of(seen, rules).ToList();
        findings.AddRange(told);

        // What comes on top of a line that agrees is a difference of its own, and leaves the order matched.
        if (doubt.Place >= 0 && told.Exists(f => !doubt.IsDuplicate && !doubt.IsOtherTransaction && f.Kind != DifferenceKind.DuplicateLine)) book[doubt.Place].Disagrees = true;
    }

    // Of an order that was paid another day: whether a line told of it before, and whether this is another transaction.
    private (bool Further, bool Other) Elsewhere(ReportRow row, LocalOrder order)
    {
        var known = paidElsewhere.TryGetValue(order.OrderId, out var told);
        var first = order.TransactionId ?? told ?? "";
        var other = first.Length > 0 && row.TransactionId.Length > 0 && row.TransactionId != first;
        if (!other && string.IsNullOrEmpty(told)) paidElsewhere[order.OrderId] = row.TransactionId;
        return (known, other);
    }

    // By the payment, else by the order, whatever day it was paid.
    private async Task<List<(Doubt Doubt, LocalOrder? Local)>> PairAsync(IReadOnlyList<Doubt> doubts, CancellationToken ct)
    {
        var payments = await orders.OfPaymentsAsync([.. doubts.Where(d => d.Place < 0 && d.Row.PaymentId.Length > 0).Select(d => d.Row.PaymentId).Distinct()], ct);
        string OrderIdOf(Doubt doubt) => doubt.Place < 0 ? doubt.Row.OrderId : Encoding.UTF8.GetString(book.OrderOf(doubt.Place));
        var open = doubts.Where(d => d.Place >= 0 || !payments.ContainsKey(d.Row.PaymentId)).Select(OrderIdOf).Where(id => id.Length > 0).Distinct();
        var byOrder = await orders.OfOrdersAsync([.. open], ct);
        var pairs = new List<(Doubt, LocalOrder?)>(doubts.Count);
        foreach (var doubt in doubts)
        {
            if (doubt.Place < 0 && payments.TryGetValue(doubt.Row.PaymentId, out var local)) pairs.Add((doubt, local));
            else if (!byOrder.TryGetValue(OrderIdOf(doubt), out local)) pairs.Add((doubt, null));
            else pairs.Add((InBook(doubt, local), local));
        }

        return pairs;
    }

    // An order of this day after all, found by its own id.
    private Doubt InBook(Doubt doubt, LocalOrder local)
    {
        if (doubt.Place >= 0 || book.FindOrder(Encoding.UTF8.GetBytes(local.OrderId)) is not (>= 0 and var place)) return doubt;
        ref var order = ref book[place];
        var isFirst = order.FirstLine == 0;
        var transaction = doubt.Row is { Status: RowStatus.Paid, TransactionId.Length: > 0 } ? DayBook.HashOf(Encoding.UTF8.GetBytes(doubt.Row.TransactionId)) : 0;
        var other = transaction != 0 && order.Transaction != 0 && order.Transaction != transaction;
        var isFurther = order.IsToldPaid && doubt.Row.Status == RowStatus.Paid;
        if (isFirst) order.FirstLine = ulong.MaxValue;
        order.IsTold |= !other;
        order.IsToldPaid |= !other && doubt.Row.Status == RowStatus.Paid;
        if (order.Transaction == 0) order.Transaction = transaction;
        return doubt with { Place = place, IsFirst = isFirst && !doubt.IsDuplicate, IsFurther = isFurther, IsOtherTransaction = other };
    }

    private async Task MissingAsync(Func<IReadOnlyList<Finding>, Task> found, CancellationToken ct)
    {
        foreach (var places in Enumerable.Range(0, book.Count).Where(place => book[place].FirstLine == 0).Chunk(AtOnce))
        {
            var local = await orders.OfOrdersAsync([.. places.Select(place => Encoding.UTF8.GetString(book.OrderOf(place)))], ct);
            await found([.. local.Values.OrderBy(order => order.OrderId, StringComparer.Ordinal).Select(Comparison.Missing)]);
        }
    }

    private async Task MissingRefundsAsync(Func<IReadOnlyList<Finding>, Task> found, CancellationToken ct)
    {
        var refunded = new HashSet<string>(await orders.RefundedOnAsync(rules.Day, ct));
        for (var place = 0; place < book.Count; place++)
            if (book[place] is { Imported: true, Status: Orders.OrderStatus.Refunded }) refunded.Add(Encoding.UTF8.GetString(book.OrderOf(place)));
        foreach (var ids in refunded.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var local = await orders.OfOrdersAsync(ids, ct);
            var missing = ids.Where(local.ContainsKey).SelectMany(id => refunds.Missing(local[id], rules).Select(refund => Comparison.MissingRefund(local[id], refund))).ToList();
            if (missing.Count > 0) await found(missing);
        }
    }
}
