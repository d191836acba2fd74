using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>Vouchers that had ended by the time of the order.</summary>
/// <param name="Kind">Whose: those that share this identifier.</param>
/// <param name="Ended">How many of the last ones were looked at.</param>
/// <param name="Expired">How many of them ended unpaid.</param>
public sealed record VoucherCount(IdentifierKind Kind, int Ended, int Expired);

/// <summary>How the last vouchers of the account, phone, document and device ended.</summary>
/// <param name="Last">How many of each are looked at.</param>
public sealed record VouchersEnded(int Last) : Question<IReadOnlyList<VoucherCount>>
{
    private static readonly IdentifierKind[] Kinds = [IdentifierKind.Account, IdentifierKind.Phone, IdentifierKind.Document, IdentifierKind.Device];

    /// <inheritdoc/>
    public override string Key => $"the last {Last} vouchers";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Past.Year;

    internal override async ValueTask<IReadOnlyList<VoucherCount>> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        var counts = new List<VoucherCount>(Kinds.Length);
        foreach (var kind in Kinds.Where(order.Has))
        {
            var ended = (await history.PastAsync(kind, order, Past.YearBefore(order), Past.Rows, ct))
                .Where(past => past.PaidAt is not null || past.ExpiredAt is not null).Take(Last).ToList();
            counts.Add(new(kind, ended.Count, ended.Count(past => past.PaidAt is null)));
        }

        return counts;
    }
}

/// <summary>Paid orders and those of them whose money went back.</summary>
/// <param name="Kind">Account or seller.</param>
/// <param name="Paid">How many of the last orders were paid.</param>
/// <param name="Refunded">How many of those were refunded.</param>
public sealed record RefundCount(IdentifierKind Kind, int Paid, int Refunded);

/// <summary>How many of the paid orders of the account and of the seller were refunded, among the last fifty of each.</summary>
public sealed record RefundsSoFar : Question<IReadOnlyList<RefundCount>>
{
    private static readonly IdentifierKind[] Kinds = [IdentifierKind.Account, IdentifierKind.Seller];

    /// <inheritdoc/>
    public override string Key => "refunds of account and seller";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Past.Year;

    internal override async ValueTask<IReadOnlyList<RefundCount>> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        var counts = new List<RefundCount>(Kinds.Length);
        foreach (var kind in Kinds.Where(order.Has))
        {
            var paid = (await history.PastAsync(kind, order, Past.YearBefore(order), Past.Rows, ct)).Where(past => past.PaidAt is not null).ToList();
            counts.Add(new(kind, paid.Count, paid.Count(past => past.RefundedAt is not null)));
        }

        return counts;
    }
}

/// <summary>What the document ordered in a month.</summary>
/// <param name="PenMinor">In céntimos.</param>
/// <param name="UsdMinor">In cents.</param>
/// <param name="Orders">How many orders.</param>
public sealed record MonthTotal(long PenMinor, long UsdMinor, int Orders);

/// <summary>What the document ordered in the calendar month (Lima), this order included; at most the last five hundred orders.</summary>
public sealed record MonthOfDocument : Question<MonthTotal>
{
    /// <inheritdoc/>
    public override string Key => "the document's month";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => TimeSpan.FromDays(31);

    internal override async ValueTask<MonthTotal> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        if (!order.Has(IdentifierKind.Document)) return new(0, 0, 0);
        var past = await history.PastAsync(IdentifierKind.Document, order, Span.MonthOf(order), Bounds.Rows, ct);
        var amounts = past.Select(p => p.Amount).Append(order.Amount).ToLookup(a => a.Currency, a => a.Minor);
        return new(amounts[Currency.Pen].Sum(), amounts[Currency.Usd].Sum(), past.Count + 1);
    }
}

/// <summary>How many orders of the document lie in a band of amounts, this one included where it does.</summary>
/// <param name="Window">The time before the order.</param>
/// <param name="FromPen">From this amount on, in soles.</param>
/// <param name="UnderPen">Under this amount, in soles.</param>
/// <param name="Rates">What dollars are converted at.</param>
public sealed record OrdersInBand(TimeSpan Window, decimal FromPen, decimal UnderPen, RiskRates Rates) : Question<long>
{
    /// <inheritdoc/>
    public override string Key => $"orders of the document from {FromPen} under {UnderPen} PEN in {Window}";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Window;

    internal override async ValueTask<long> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        if (!order.Has(IdentifierKind.Document)) return 0;
        var past = await history.PastAsync(IdentifierKind.Document, order, Span.Before(order, Window), Bounds.Rows, ct);
        return past.Select(p => p.Amount).Append(order.Amount).Count(InBand);
    }

    private bool InBand(Money amount) => Rates.InSoles(amount) is var soles && soles >= FromPen && soles < UnderPen;
}

/// <summary>How far back the rules about an order's past look.</summary>
internal static class Past
{
    /// <summary>Orders of one identifier that are looked through.</summary>
    public const int Rows = 50;

    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static Span YearBefore(OrderSubject order) => Span.Before(order, Year);
}
