using System.Runtime.InteropServices;
using System.Text;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Sums the lines of a report up, by settlement date, seller and currency: just as it says, whatever may be wrong with it.</summary>
internal sealed class LineTally
{
    private readonly Dictionary<(int Date, ulong Seller, int Currency), Sum> sums = [];
    private readonly Dictionary<ulong, string> sellers = [];

    /// <summary>Counts a line; of money that did not move there is nothing to count.</summary>
    public void Add(in ReportLine line)
    {
        if (line.Status is not (RowStatus.Paid or RowStatus.Refunded)) return;
        var seller = line.SellerId.IsEmpty ? 0 : DayBook.HashOf(line.SellerId);
        var currency = line.Currency[0] << 16 | line.Currency[1] << 8 | line.Currency[2];
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, ((line.SettlementDate ?? DateOnly.MaxValue).DayNumber, seller, currency), out var known);
        if (!known) sellers.TryAdd(seller, Encoding.UTF8.GetString(line.SellerId));
        sum.Add(in line);
    }

    /// <summary>What came of it.</summary>
    public IReadOnlyList<SettlementLine> Lines(DateOnly day) =>
    [
        .. sums.Select(sum => new SettlementLine
        {
            Day = day,
            SettlementDate = DateOnly.FromDayNumber(sum.Key.Date),
            SellerId = sellers[sum.Key.Seller],
            Currency = new Currency(string.Create(3, sum.Key.Currency, (text, code) => (text[0], text[1], text[2]) = ((char)(code >> 16), (char)(code >> 8 & 255), (char)(code & 255)))),
            Rows = sum.Value.Rows,
            AmountMinor = sum.Value.Amount,
            RefundRows = sum.Value.RefundRows,
            RefundMinor = sum.Value.Refund,
            FeeMinor = sum.Value.Fee,
            FeeTaxMinor = sum.Value.Tax,
            NetMinor = sum.Value.Net,
        }).OrderBy(line => line.SettlementDate).ThenBy(line => line.SellerId, StringComparer.Ordinal).ThenBy(line => line.Currency.Code, StringComparer.Ordinal),
    ];

    private struct Sum
    {
        public long Rows, Amount, RefundRows, Refund, Fee, Tax, Net;

        public void Add(in ReportLine line)
        {
            // A commission that is given back with the money lowers the commission, whichever sign the report writes it with.
            var sign = line.Status == RowStatus.Refunded && line.AmountMinor > 0 ? -1 : 1;
            Fee += sign * line.FeeMinor;
            Tax += sign * line.FeeTaxMinor;
            if (line.Status == RowStatus.Paid)
            {
                Rows++;
                Amount += line.AmountMinor;
                Net += line.NetMinor;
            }
            else
            {
                RefundRows++;
                Refund += Math.Abs(line.AmountMinor);
                Net -= Math.Abs(line.NetMinor);
            }
        }
    }
}
