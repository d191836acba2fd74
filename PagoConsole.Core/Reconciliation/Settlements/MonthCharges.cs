using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What PagoEfectivo charges by the month: monthly fee, minimum commitment, surcharge over the refund rate.</summary>
public sealed class MonthCharges
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly FeeSchedule fees;
    private readonly TimeProvider time;

    internal MonthCharges(IDbContextFactory<PagoDb> contexts, FeeSchedule fees, TimeProvider time)
    {
        this.contexts = contexts;
        this.fees = fees;
        this.time = time;
    }

    /// <summary>Reads the bills of the months that a period touches, up to the present one; months without configured terms have none.</summary>
    public async Task<Result<ImmutableArray<MonthBill>>> ReadAsync(SettlementFilter asked, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var filter = asked.Bounded();
        var today = Lima.DayOf(time.GetUtcNow());
        var months = MonthsOf(filter.From, filter.To < today ? filter.To : today)
            .SelectMany(month => Currency.OfOrders.Where(currency => filter.Currency is not { } only || only == currency).Select(currency => (Month: month, Currency: currency)))
            .Select(m => (m.Month, m.Currency, Terms: fees.At(m.Currency, LastOf(m.Month)))).Where(m => m.Terms is not null).ToList();
        if (months.Count == 0) return ImmutableArray<MonthBill>.Empty;
        var (from, to) = (months[0].Month, LastOf(months[^1].Month));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var days = await db.Set<SettlementLine>().Where(l => l.Day >= from && l.Day <= to).GroupBy(l => new { l.Day, l.Currency })
            .Select(g => new { g.Key.Day, g.Key.Currency, Amount = g.Sum(l => l.AmountMinor), Refund = g.Sum(l => l.RefundMinor), Fee = g.Sum(l => l.FeeMinor) }).ToListAsync(ct);
        var sums = days.ToLookup(day => (FirstOf(day.Day), day.Currency));
        return months.Select(m => (Of: m, Sums: sums[(m.Month, m.Currency)].ToList())).Select(m => MonthBill.Of(
            m.Of.Month, m.Of.Currency, m.Sums.Sum(s => s.Amount), m.Sums.Sum(s => s.Refund), m.Sums.Sum(s => s.Fee), m.Of.Terms!, LastOf(m.Of.Month) < today))
            .ToImmutableArray();
    }

    private static IEnumerable<DateOnly> MonthsOf(DateOnly from, DateOnly to)
    {
        for (var month = FirstOf(from); month <= to; month = month.AddMonths(1)) yield return month;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOf(DateOnly month) => month.AddMonths(1).AddDays(-1);
}
