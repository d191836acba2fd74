using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Gateway;

/// <summary>What became of the vouchers that were made together.</summary>
/// <param name="Created">How many there were.</param>
/// <param name="Paid">Paid in time.</param>
/// <param name="Expired">Their time ran out.</param>
/// <param name="Cancelled">They were called off.</param>
/// <param name="MedianMinutes">Half of the paid ones were paid within so many minutes; null where none was paid.</param>
public sealed record VoucherFigures(long Created, long Paid, long Expired, long Cancelled, double? MedianMinutes)
{
    /// <summary>Those that can still be paid.</summary>
    public long Open => Math.Max(0, Created - Paid - Expired - Cancelled);

    /// <summary>The share that was paid; null where there are none.</summary>
    public double? PaidShare => Created == 0 ? null : (double)Paid / Created;

    /// <summary>Adds up what was counted.</summary>
    public static VoucherFigures Of(IReadOnlyCollection<VoucherCount> counts)
    {
        long Sum(VoucherOutcome outcome) => counts.Where(c => c.Outcome == outcome).Sum(c => c.Count);
        return new VoucherFigures(
            Sum(VoucherOutcome.Created), Sum(VoucherOutcome.Paid), Sum(VoucherOutcome.Expired), Sum(VoucherOutcome.Cancelled),
            Buckets.Percentile(counts.Where(c => c.Outcome == VoucherOutcome.Paid).Select(c => (c.Minutes, c.Count)), VoucherMinutes.Bounds, 0.5));
    }
}

/// <summary>Vouchers by the business day on which they were made.</summary>
/// <param name="Days">The days, the latest first; days without vouchers too.</param>
/// <param name="Bands">All of those days by amount; only bands that have some.</param>
/// <param name="All">All of those days.</param>
public sealed record VoucherView(
    IReadOnlyList<(DateOnly Day, VoucherFigures Figures)> Days, IReadOnlyList<(AmountBand Band, VoucherFigures Figures)> Bands, VoucherFigures All);

/// <summary>How many vouchers are paid, and how soon, by the day on which they were made. Read from counts that follow the journal.</summary>
public sealed class VoucherBoard(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>How many days are told.</summary>
    public const int Days = 14;

    /// <summary>Reads it.</summary>
    public async Task<Result<VoucherView>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        var today = Lima.DayOf(time.GetUtcNow());
        var first = Lima.StartOf(today.AddDays(1 - Days));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counts = await db.Set<VoucherCount>().AsNoTracking().Where(c => c.Day >= first).ToListAsync(ct);
        var days = counts.ToLookup(c => Lima.DayOf(c.Day));
        return new VoucherView(
            [.. Enumerable.Range(0, Days).Select(back => today.AddDays(-back)).Select(day => (day, VoucherFigures.Of([.. days[day]])))],
            [.. counts.GroupBy(c => c.Band).OrderBy(group => group.Key).Select(group => (group.Key, VoucherFigures.Of([.. group])))],
            VoucherFigures.Of(counts));
    }
}
