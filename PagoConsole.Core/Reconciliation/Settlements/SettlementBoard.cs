using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What was to be settled against what the bank booked, date by date, with what is carried over.</summary>
public sealed class SettlementBoard
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly ActiveRules rules;
    private readonly TimeProvider time;

    internal SettlementBoard(IDbContextFactory<PagoDb> contexts, ActiveRules rules, TimeProvider time)
    {
        this.contexts = contexts;
        this.rules = rules;
        this.time = time;
    }

    /// <summary>Reads a period.</summary>
    public async Task<Result<SettlementView>> ReadAsync(SettlementFilter asked, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var filter = asked.Bounded();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (lines, credits) = (LinesOf(db, filter.Currency), CreditsOf(db, filter.Currency));
        var expected = await lines.Where(l => l.SettlementDate >= filter.From && l.SettlementDate <= filter.To).GroupBy(l => new { l.SettlementDate, l.Currency })
            .Select(g => new Sum(
                g.Key.SettlementDate, g.Key.Currency, g.Sum(l => l.Rows), g.Sum(l => l.AmountMinor), g.Sum(l => l.RefundRows), g.Sum(l => l.RefundMinor),
                g.Sum(l => l.FeeMinor), g.Sum(l => l.FeeTaxMinor), g.Sum(l => l.NetMinor)))
            .ToListAsync(ct);
        var received = await credits.Where(c => c.Date >= filter.From && c.Date <= filter.To).GroupBy(c => new { c.Date, c.Currency })
            .Select(g => new Booked(g.Key.Date, g.Key.Currency, g.Count(), g.Sum(c => c.AmountMinor))).ToListAsync(ct);
        var opening = await OpeningAsync(lines, credits, filter.From, ct);
        var currencies = expected.Select(e => e.Currency).Concat(received.Select(r => r.Currency)).Concat(opening.Where(o => o.Value != 0).Select(o => o.Key)).Distinct()
            .OrderBy(currency => currency.Code, StringComparer.Ordinal).ToList();
        var today = Lima.DayOf(time.GetUtcNow());
        var days = currencies.SelectMany(currency => DaysOf(currency, opening.GetValueOrDefault(currency), expected, received, today)).ToList();
        return new SettlementView(
            filter,
            [.. days.OrderBy(day => day.Date).ThenBy(day => day.Currency.Code, StringComparer.Ordinal)],
            currencies.ConvertAll(currency => BalanceOf(currency, opening.GetValueOrDefault(currency), days)),
            await UndatedAsync(lines, filter, ct),
            (await rules.ReadAsync(db, ct)).Rules.Set.Rates);
    }

    private static IEnumerable<SettlementDay> DaysOf(Currency currency, long opening, List<Sum> expected, List<Booked> received, DateOnly today)
    {
        var sums = expected.Where(e => e.Currency == currency).ToDictionary(e => e.Date, e => e.Of());
        var booked = received.Where(r => r.Currency == currency).ToDictionary(r => r.Date);
        var dates = sums.Keys.Union(booked.Keys).Order().ToList();
        var brought = CarryOver.Brought(opening, dates.Select(date => (sums.GetValueOrDefault(date, SettlementSum.None).NetMinor, booked.GetValueOrDefault(date)?.Minor ?? 0)));
        return dates.Select((date, i) => new SettlementDay(
            date, currency, sums.GetValueOrDefault(date, SettlementSum.None), booked.GetValueOrDefault(date)?.Count ?? 0, booked.GetValueOrDefault(date)?.Minor ?? 0, brought[i], date <= today));
    }

    private static SettlementBalance BalanceOf(Currency currency, long opening, List<SettlementDay> all)
    {
        var days = all.Where(day => day.Currency == currency).ToList();
        return new SettlementBalance(
            currency, opening, days.Aggregate(SettlementSum.None, (sum, day) => sum + day.Expected), days.Sum(day => day.ReceivedMinor),
            days.Where(day => !day.IsDue).Sum(day => day.Expected.NetMinor));
    }

    private static async Task<Dictionary<Currency, long>> OpeningAsync(IQueryable<SettlementLine> lines, IQueryable<BankCredit> credits, DateOnly from, CancellationToken ct)
    {
        var owed = await lines.Where(l => l.SettlementDate < from).GroupBy(l => l.Currency).Select(g => new { g.Key, Minor = g.Sum(l => l.NetMinor) }).ToListAsync(ct);
        var came = await credits.Where(c => c.Date < from).GroupBy(c => c.Currency).Select(g => new { g.Key, Minor = -g.Sum(c => c.AmountMinor) }).ToListAsync(ct);
        return owed.Concat(came).GroupBy(part => part.Key).ToDictionary(g => g.Key, g => g.Sum(part => part.Minor));
    }

    private static async Task<IReadOnlyList<UndatedSettlement>> UndatedAsync(IQueryable<SettlementLine> lines, SettlementFilter filter, CancellationToken ct)
    {
        var undated = SettlementFilter.Undated;
        var sums = await lines.Where(l => l.SettlementDate == undated && l.Day >= filter.From && l.Day <= filter.To).GroupBy(l => l.Currency)
            .Select(g => new Sum(
                undated, g.Key, g.Sum(l => l.Rows), g.Sum(l => l.AmountMinor), g.Sum(l => l.RefundRows), g.Sum(l => l.RefundMinor),
                g.Sum(l => l.FeeMinor), g.Sum(l => l.FeeTaxMinor), g.Sum(l => l.NetMinor)))
            .ToListAsync(ct);
        return [.. sums.OrderBy(sum => sum.Currency.Code, StringComparer.Ordinal).Select(sum => new UndatedSettlement(sum.Currency, sum.Of()))];
    }

    private static IQueryable<SettlementLine> LinesOf(PagoDb db, Currency? only) =>
        db.Set<SettlementLine>().AsNoTracking().Where(l => only == null || l.Currency == only);

    private static IQueryable<BankCredit> CreditsOf(PagoDb db, Currency? only) =>
        db.Set<BankCredit>().AsNoTracking().Where(c => c.VoidedAt == null && (only == null || c.Currency == only));

    private sealed record Sum(
        DateOnly Date, Currency Currency, long Rows, long AmountMinor, long RefundRows, long RefundMinor, long FeeMinor, long FeeTaxMinor, long NetMinor)
    {
        public SettlementSum Of() => new(Rows, AmountMinor, RefundRows, RefundMinor, FeeMinor, FeeTaxMinor, NetMinor);
    }

    private sealed record Booked(DateOnly Date, Currency Currency, int Count, long Minor);
}
