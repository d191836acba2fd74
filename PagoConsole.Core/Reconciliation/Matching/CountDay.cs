using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Sums the money of a day up three ways: orders, what we received by our own records, the report.</summary>
internal sealed class CountDay(IDbContextFactory<PagoDb> contexts)
{
    private const string MovementsSql =
        "SELECT currency, kind, sum(amount_minor) FROM money_movements WHERE kind IN ('Payment', 'Refund') AND at >= @p0 AND at < @p1 GROUP BY currency, kind";

    /// <summary>Counts.</summary>
    /// <param name="day">The business day.</param>
    /// <param name="orders">What the orders come to that were matched.</param>
    /// <param name="lines">What the report comes to.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<DayTotal>> RunAsync(
        DateOnly day, IReadOnlyList<BookedSum> orders, IReadOnlyList<SettlementLine> lines, CancellationToken ct)
    {
        var totals = new SortedDictionary<string, DayTotal>(StringComparer.Ordinal);
        DayTotal Of(string code) => totals.TryGetValue(code, out var total) ? total : totals[code] = new DayTotal { Day = day, Currency = new Currency(code) };
        foreach (var line in lines) Add(Of(line.Currency.Code), line);
        foreach (var sum in orders)
            (Of(sum.Currency.Code).Orders, Of(sum.Currency.Code).OrdersMinor, Of(sum.Currency.Code).RefundedHereMinor) = (sum.Orders, sum.Minor, sum.RefundedMinor);
        await using var db = await contexts.CreateDbContextAsync(ct);
        object[] bounds = [Lima.StartOf(day).ToUnixTimeMilliseconds(), Lima.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds()];
        await using (var command = await db.CommandAsync(MovementsSql, bounds, ct))
        await using (var rows = await command.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct))
            {
                if (rows.GetString(1) == "Payment") Of(rows.GetString(0)).ReceivedMinor = Sum(rows.GetValue(2));
                else Of(rows.GetString(0)).RefundedHereMinor += Sum(rows.GetValue(2));
            }

        return [.. totals.Values];
    }

    private static void Add(DayTotal total, SettlementLine line)
    {
        total.Rows += line.Rows;
        total.ReportMinor += line.AmountMinor;
        total.RefundRows += line.RefundRows;
        total.RefundMinor += line.RefundMinor;
        total.FeeMinor += line.FeeMinor;
        total.FeeTaxMinor += line.FeeTaxMinor;
        total.NetMinor += line.NetMinor;
    }

    // PostgreSQL sums bigint as numeric.
    private static long Sum(object sum) => Convert.ToInt64(sum, System.Globalization.CultureInfo.InvariantCulture);
}
