using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using static PagoConsole.Core.Reconciliation.Differences.DifferenceKind;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Compares a line of the report with its order. Pure; each fact is told once.</summary>
internal static class Comparison
{
    /// <summary>On what they disagree.</summary>
    public static IEnumerable<Finding> Of(SeenRow seen, MatchRules rules)
    {
        if (seen.IsDuplicate) return [Tell(DuplicateLine, seen, null, seen.Row.Status.ToString())];
        var found = OfLine(seen, rules).ToList();
        if (seen.Local is null) found.Insert(0, Tell(MissingLocally, seen, null, seen.Row.Status.ToString()));
        else if (seen.IsOtherTransaction) found.Insert(0, Tell(PaidTwice, seen, seen.Local.TransactionId, seen.Row.TransactionId));
        else found.InsertRange(0, OfOrder(seen, seen.Local));

        // Told once more in other words: the money would be counted twice.
        return found.Count == 0 && seen.IsFurther ? [Tell(DuplicateLine, seen, null, seen.Row.Status.ToString())] : found;
    }

    /// <summary>An order of the day of which the report has no line.</summary>
    public static Finding Missing(LocalOrder order) =>
        new(MissingInReport, $"{order.PaymentId}|{order.OrderId}", order.Amount, order.Amount.ToWire(), null, order, null);

    /// <summary>Money that went back that day, of which the report has no line.</summary>
    public static Finding MissingRefund(LocalOrder order, LocalRefund refund) =>
        new(RefundMissing, $"{order.PaymentId}|{order.OrderId}|{refund.TransactionId}", refund.Amount, refund.Amount.ToWire(), null, order, null);

    private static IEnumerable<Finding> OfOrder(SeenRow seen, LocalOrder order)
    {
        var row = seen.Row;
        var here = row.Status == RowStatus.Refunded ? seen.Refund ?? order.Amount : order.Amount;
        if (row.Currency != here.Currency) yield return Tell(CurrencyMismatch, seen, here.Currency.Code, row.Currency.Code);
        else if (Math.Abs(row.AmountMinor) != here.Minor && (row.Status != RowStatus.Refunded || seen.Refund is not null))
            yield return Tell(AmountMismatch, seen, here.ToWire(), Amount(row), Math.Abs(Math.Abs(row.AmountMinor) - here.Minor));

        if (row.Status == RowStatus.Paid && order.Status == OrderStatus.Rejected) yield return Tell(SettledButRejected, seen, order.Status.ToString(), row.Status.ToString());
        else if (!Fits(row.Status, order, seen.Refund is not null)) yield return Tell(StatusMismatch, seen, order.Status.ToString(), row.Status.ToString());
    }

    private static IEnumerable<Finding> OfLine(SeenRow seen, MatchRules rules)
    {
        var row = seen.Row;
        if (row.PaidAt is { } at && !rules.Holds(at)) yield return Tell(WrongDay, seen, Day(rules.Day), Day(Lima.DayOf(at)));
        if (!seen.SellerIsKnown) yield return Tell(UnknownSeller, seen, null, row.SellerId);
        if (row.Status == RowStatus.Paid && rules.FeeOf(new Money(row.AmountMinor, row.Currency)) is { } fee && (fee.FeeMinor != row.FeeMinor || fee.TaxMinor != row.FeeTaxMinor))
            yield return Tell(FeeMismatch, seen, Fee(fee.FeeMinor, fee.TaxMinor, row), Fee(row.FeeMinor, row.FeeTaxMinor, row), Math.Abs(row.FeeMinor + row.FeeTaxMinor - fee.FeeMinor - fee.TaxMinor));
        var net = row.AmountMinor - row.FeeMinor - row.FeeTaxMinor;
        if (row.NetMinor != net) yield return Tell(NetMismatch, seen, Text(net, row), Text(row.NetMinor, row), Math.Abs(row.NetMinor - net));
        if (row.SettlementDate is not { } settled) yield break;
        if (settled > rules.LatestSettlement(row.PaidAt)) yield return Tell(SettlementLate, seen, Day(rules.LatestSettlement(row.PaidAt)), Day(settled));
        if (seen.SettledBefore is { } before) yield return Tell(SettlementChanged, seen, Day(before), Day(settled));
    }

    private static bool Fits(RowStatus row, LocalOrder order, bool refundIsKnown) => row switch
    {
        RowStatus.Paid => order.Status.HasMoney() || order.Status is OrderStatus.RefundRequested or OrderStatus.Refunded,
        RowStatus.Refunded => refundIsKnown,
        RowStatus.Pending => order.Status == OrderStatus.AwaitingPayment,

        // We cancel there what expires here: which of the two is told depends on who was first.
        RowStatus.Expired or RowStatus.Cancelled => order.Status is OrderStatus.Expired or OrderStatus.Cancelled or OrderStatus.Rejected,
    };

    private static Finding Tell(DifferenceKind kind, SeenRow seen, string? here, string? there, long? atStake = null)
    {
        var row = seen.Row;
        return new(kind, $"{row.PaymentId}|{row.OrderId}|{row.Status}|{row.TransactionId}", new Money(atStake ?? Math.Abs(row.AmountMinor), row.Currency), here, there, seen.Local, row);
    }

    private static string Amount(ReportRow row) => Text(Math.Abs(row.AmountMinor), row);

    private static string Text(long minor, ReportRow row) => new Money(minor, row.Currency).ToWire();

    private static string Fee(long fee, long tax, ReportRow row) => $"{Text(fee, row)} + {Text(tax, row)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
