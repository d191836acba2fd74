using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What one settlement date means for one seller.</summary>
/// <param name="Date">The settlement date; <see cref="SettlementFilter.Undated"/> where the reports name none.</param>
/// <param name="Currency">The currency.</param>
/// <param name="SellerId">The seller; empty where the reports name none.</param>
/// <param name="Sum">The seller's lines.</param>
/// <param name="OwedMinor">What the seller is owed: the net, and the commission with its tax where the platform bears it.</param>
public sealed record SellerShare(DateOnly Date, Currency Currency, string SellerId, SettlementSum Sum, long OwedMinor)
{
    /// <summary>The commission and tax that the platform bears.</summary>
    public long BorneByPlatformMinor => OwedMinor - Sum.NetMinor;
}

/// <summary>The split of settlements by seller.</summary>
public sealed class SellerSettlement
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly FeeSchedule fees;

    internal SellerSettlement(IDbContextFactory<PagoDb> contexts, FeeSchedule fees)
    {
        this.contexts = contexts;
        this.fees = fees;
    }

    /// <summary>Reads the shares of one date in one currency, the largest first; undated ones of reports within the filter.</summary>
    public async Task<Result<ImmutableArray<SellerShare>>> ReadAsync(DateOnly date, Currency currency, SettlementFilter within, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var shares = await ReadAsync(db, date, currency, within.Bounded(), ct);
        return shares.OrderByDescending(share => share.Sum.AmountMinor).ThenBy(share => share.SellerId, StringComparer.Ordinal).ToImmutableArray();
    }

    /// <summary>All shares of a filter by date, currency and seller, the undated last; one date at a time, so that no statement stays open for long.</summary>
    public async IAsyncEnumerable<SellerShare> AllAsync(SettlementFilter asked, Actor viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) yield break;
        var filter = asked.Bounded();
        var undated = SettlementFilter.Undated;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var dates = await db.Set<SettlementLine>()
            .Where(l => (l.SettlementDate >= filter.From && l.SettlementDate <= filter.To) || (l.SettlementDate == undated && l.Day >= filter.From && l.Day <= filter.To))
            .Where(l => filter.Currency == null || l.Currency == filter.Currency)
            .Select(l => new { l.SettlementDate, l.Currency }).Distinct().ToListAsync(ct);
        foreach (var date in dates.OrderBy(d => d.SettlementDate).ThenBy(d => d.Currency.Code, StringComparer.Ordinal))
        {
            foreach (var share in (await ReadAsync(db, date.SettlementDate, date.Currency, filter, ct)).OrderBy(share => share.SellerId, StringComparer.Ordinal))
                yield return share;
        }
    }

    // The terms are those of the day of payment, so the lines of a date are summed by that day first.
    private async Task<IEnumerable<SellerShare>> ReadAsync(PagoDb db, DateOnly date, Currency currency, SettlementFilter filter, CancellationToken ct)
    {
        var lines = db.Set<SettlementLine>().AsNoTracking().Where(l => l.SettlementDate == date && l.Currency == currency);
        if (date == SettlementFilter.Undated) lines = lines.Where(l => l.Day >= filter.From && l.Day <= filter.To);
        return (await lines.ToListAsync(ct)).GroupBy(l => l.SellerId, StringComparer.Ordinal).Select(g => new SellerShare(
            date, currency, g.Key,
            g.Aggregate(SettlementSum.None, (sum, l) => sum + new SettlementSum(l.Rows, l.AmountMinor, l.RefundRows, l.RefundMinor, l.FeeMinor, l.FeeTaxMinor, l.NetMinor)),
            g.Sum(l => l.NetMinor + (fees.BearerOf(currency, l.Day) == FeeBearer.Platform ? l.FeeMinor + l.FeeTaxMinor : 0))));
    }
}
