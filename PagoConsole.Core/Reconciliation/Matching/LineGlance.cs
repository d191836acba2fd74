using System.Text;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>
/// A first glance at every line: whatever plainly agrees with an order of the day in everything is done with. All else is a <see cref="Doubt"/>,
/// to be compared with all that is known; so this may err on one side only.
/// </summary>
internal sealed class LineGlance(DayBook book, MatchRules rules, KnownSellers sellers, EarlierDates earlier)
{
    private readonly byte[] history = Encoding.UTF8.GetBytes(OrderHistory.PaymentPrefix);
    private readonly HashSet<ulong> others = [];
    private readonly LineTally tally = new();

    /// <summary>Lines looked at.</summary>
    public long Rows { get; private set; }

    /// <summary>What they come to.</summary>
    public LineTally Tally => tally;

    /// <summary>What is to be looked at more closely, in the order of the report; whoever does so empties it.</summary>
    public List<Doubt> Doubts { get; } = [];

    public void Look(long number, ReadOnlySpan<byte> record, in ReportLine line)
    {
        Rows++;
        tally.Add(in line);
        var hash = DayBook.HashOf(record);
        var place = PlaceOf(in line);
        if (place < 0)
        {
            Doubts.Add(new Doubt(line.ToRow(number), place) { IsDuplicate = !others.Add(hash), SettledBefore = earlier.Before(in line) });
            return;
        }

        ref var order = ref book[place];
        var transaction = line.TransactionId.IsEmpty || line.Status != RowStatus.Paid ? 0 : DayBook.HashOf(line.TransactionId);
        var other = transaction != 0 && order.Transaction != 0 && order.Transaction != transaction;
        var (isFirst, isDuplicate) = (order.FirstLine == 0, order.FirstLine == hash || (order.FirstLine != 0 && !others.Add(hash)));
        var before = earlier.Before(in line);
        if (isFirst) order.FirstLine = hash;
        if (!isFirst || other || before is not null || !Agrees(in line, place))
        {
            var isFurther = order.IsToldPaid && line.Status == RowStatus.Paid;
            Doubts.Add(new Doubt(line.ToRow(number), place)
            {
                IsDuplicate = isDuplicate,
                IsFirst = isFirst,
                IsFurther = isFurther,
                IsOtherTransaction = other,
                SettledBefore = before,
            });
        }

        order.IsTold |= !other;
        order.IsToldPaid |= !other && line.Status == RowStatus.Paid;
        if (order.Transaction == 0) order.Transaction = transaction;
    }

    // By its payment, else by its order; but a payment that is not of this day may be that of another order, which is looked up later.
    private int PlaceOf(in ReportLine line)
    {
        var place = book.FindPayment(line.PaymentId);
        if (place >= 0) return place;
        place = book.FindOrder(line.OrderId);
        return place >= 0 && (line.PaymentId.IsEmpty || book.PaymentOf(place).StartsWith(history)) ? place : -1;
    }

    private bool Agrees(in ReportLine line, int place)
    {
        ref var order = ref book[place];
        return line.Status == RowStatus.Paid
            && order.Status.HasMoney()
            && line.AmountMinor == order.AmountMinor
            && line.Currency.SequenceEqual(book.CodeOf(place))
            && line.NetMinor == line.AmountMinor - line.FeeMinor - line.FeeTaxMinor
            && (line.PaidAt is not { } at || rules.Holds(at))
            && (line.SettlementDate is not { } settled || settled <= rules.LatestSettlement(line.PaidAt))
            && sellers.IsKnown(line.SellerId)
            && (rules.FeeOf(new(line.AmountMinor, book.CurrencyOf(place))) is not { } fee || (fee.FeeMinor == line.FeeMinor && fee.TaxMinor == line.FeeTaxMinor));
    }
}
