using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Keeps differences and money cases together after the run: a case that opens later is linked, one that is settled mends its difference.</summary>
internal sealed class FollowMoneyCases(IDbContextFactory<PagoDb> contexts, Writes writes, TimeProvider time)
{
    private const int AtOnce = 100;
    private static readonly Actor By = Actor.Job("reconciliation");

    /// <summary>How far back cases are looked at again: longer than any transaction takes.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private DateTimeOffset looked = DateTimeOffset.UnixEpoch;

    /// <summary>Follows what opened or was settled.</summary>
    /// <returns>How many differences changed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        List<string> ids;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var open = db.Set<Difference>().AsNoTracking().Where(d => d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo);
            var (kinds, since) = (MoneyCaseLinks.Kinds, looked);
            var settled = open.Where(d => d.MoneyCaseId != null).Join(
                db.Set<MoneyCase>().Where(c => c.State == MoneyCaseState.Settled && c.SettledAt >= since), d => d.MoneyCaseId, c => c.CaseId, (d, c) => d.DifferenceId);
            var fresh = db.Set<MoneyCase>().Where(c => c.OpenedAt >= since)
                .Join(open.Where(d => d.MoneyCaseId == null && kinds.Contains(d.Kind)), c => c.PaymentId, d => d.PaymentId, (c, d) => d.DifferenceId);
            ids = [.. (await settled.ToListAsync(ct)).Union(await fresh.ToListAsync(ct))];
        }

        var changed = 0;
        foreach (var part in ids.Chunk(AtOnce)) changed += await writes.DoAsync(tx => FollowAsync(tx, part, ct), ct);
        looked = now - Overlap;
        return changed;
    }

    private static async Task<int> FollowAsync(WriteScope tx, string[] ids, CancellationToken ct)
    {
        var differences = (await tx.LockManyAsync<Difference>(ids, ct)).Where(d => d.IsOpen).ToList();
        var before = differences.ConvertAll(d => d.Version);
        await DifferenceFollowUp.LinkAsync(tx, differences, By, ct);
        return differences.Where((d, i) => d.Version != before[i]).Count();
    }
}

/// <summary>Turns <see cref="FollowMoneyCases"/>: who settles a case and goes back to the day finds the difference mended.</summary>
internal sealed class MoneyCasePump(FollowMoneyCases follow, Bells bells, SelfAddress self, ILogger<MoneyCasePump> log) : Pump("differences", bells, self, log)
{
    public override async Task<bool> WorkAsync(CancellationToken ct) => await follow.RunAsync(ct) > 0;
}
