using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>
/// Carries a run out, in transactions of at most 50 ms that give way to everybody else. What is erased is not found again, so a run that died is
/// simply begun again, and nothing is erased twice. A hold placed meanwhile is honoured.
/// </summary>
internal sealed class CarryOutRetention(IDbContextFactory<PagoDb> contexts, Writes writes)
{
    private const int OrdersAtOnce = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(40);
    private static readonly Actor By = Actor.Job(RetentionJob.Name);

    /// <summary>Carries out the run that is under way.</summary>
    /// <returns>What was erased now; null if no run is under way.</returns>
    public async Task<(int Run, long Erased)?> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<RetentionRun>().AsNoTracking().SingleOrDefaultAsync(r => r.State == RetentionRunState.Running, ct) is not { } run) return null;
        var (number, cutoffs) = (run.Number, run.Cutoffs);
        var erased = await OrdersAsync(db, number, cutoffs, ct);
        foreach (var table in AgedTable.All)
        {
            await foreach (var page in AgedRows.PagesAsync(db, table, cutoffs[table.Kind], ct))
            {
                object[] free = [.. page.Where(row => !row.Held).Select(row => row.Key)];
                if (free.Length > 0) erased += await InTurnAsync(number, table.Kind, tx => AgedRows.EraseAsync(tx, table, cutoffs[table.Kind], free, number, ct), ct);
            }
        }

        await foreach (var (kind, parts) in AgedPrivateParts.ReadAsync(db, kind => cutoffs[kind], ct))
            erased += await InTurnAsync(number, kind, tx => PrivateParts.EraseAsync(tx, parts.Stream, parts.UpTo, number, By, null, ct), ct);
        await writes.DoAsync(tx => EndAsync(tx, number, ct), ct);
        return (number, erased);
    }

    private async Task<long> OrdersAsync(PagoDb db, int run, IReadOnlyDictionary<RetentionKind, DateTimeOffset> cutoffs, CancellationToken ct)
    {
        var (waiting, erased) = (new List<DueOrder>(OrdersAtOnce), 0L);
        await foreach (var order in DueOrders.ReadAsync(db, cutoffs[RetentionKind.Orders], cutoffs[RetentionKind.AmlOrders], ct))
        {
            if (!order.Held) waiting.Add(order);
            if (waiting.Count == OrdersAtOnce) erased += await EraseAllAsync(waiting, run, ct);
        }

        return erased + await EraseAllAsync(waiting, run, ct);
    }

    private async Task<long> EraseAllAsync(List<DueOrder> waiting, int run, CancellationToken ct)
    {
        var erased = 0L;
        while (waiting.Count > 0)
        {
            var (gone, through) = await writes.DoAsync(tx => SomeAsync(tx, waiting, run, ct), ct, WritePriority.Background);
            CrashPoint.Reach("retention-batch");
            waiting.RemoveRange(0, through);
            erased += gone;
        }

        return erased;
    }

    private static async Task<(int Gone, int Through)> SomeAsync(WriteScope tx, List<DueOrder> waiting, int run, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await tx.LockNamesAsync([HoldEvents.Turn], ct);
        var row = await tx.Db.Set<RetentionRun>().SingleAsync(r => r.Number == run, ct);
        var (gone, through) = (0, 0);
        while (through < waiting.Count && (through == 0 || Stopwatch.GetElapsedTime(began) < Longest))
        {
            var order = waiting[through++];
            if (!await EraseOrder.RunAsync(tx, order.OrderId, run, By, ct)) continue;
            row.Count(order.Aml ? RetentionKind.AmlOrders : RetentionKind.Orders, 1);
            gone++;
        }

        return (gone, through);
    }

    private Task<int> InTurnAsync(int run, RetentionKind kind, Func<WriteScope, Task<int>> erase, CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                await tx.LockNamesAsync([HoldEvents.Turn], ct);
                var gone = await erase(tx);
                (await tx.Db.Set<RetentionRun>().SingleAsync(r => r.Number == run, ct)).Count(kind, gone);
                return gone;
            },
            ct,
            WritePriority.Background);

    private static async Task<Unit> EndAsync(WriteScope tx, int number, CancellationToken ct)
    {
        var run = await tx.Db.Set<RetentionRun>().SingleAsync(r => r.Number == number, ct);
        run.End(tx.Now);
        tx.Journal(RetentionEvents.Stream, RetentionEvents.Ended, By, new { run = number, run.Done });
        return default;
    }
}
