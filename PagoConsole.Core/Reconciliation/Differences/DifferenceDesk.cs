using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What all actions upon a difference share: who may, and the locks, the day's before its own, so that nothing opens while the day is being closed.</summary>
internal static class DifferenceDesk
{
    public static Task<Result<Difference>> OnDifferenceAsync(
        this Writes writes, string differenceId, Actor by, Func<WriteScope, Difference, Task<Refusal?>> body, CancellationToken ct) =>
        writes.RunAsync<Difference>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                var locked = await tx.LockDifferenceAsync(differenceId, ct);
                if (locked.Refusal is { } missing) return missing;
                return await body(tx, locked.Value) is { } refusal ? refusal : locked.Value;
            },
            ct);

    /// <summary>Locks a difference and its day; refused where the day is closed.</summary>
    public static async Task<Result<Difference>> LockDifferenceAsync(this WriteScope tx, string differenceId, CancellationToken ct)
    {
        var day = await tx.Db.Set<Difference>().Where(d => d.DifferenceId == differenceId).Select(d => (DateOnly?)d.Day).SingleOrDefaultAsync(ct);
        if (day is null) return RefusalCode.NotFound;
        var closed = await tx.LockAsync<ReconciledDay>(ReconciledDay.IdOf(day.Value), ct) is { State: DayState.Closed };
        if (closed) return new Refusal(RefusalCode.DayClosed, Args: [day.Value]);
        return await tx.LockAsync<Difference>(differenceId, ct) is { } found ? found : RefusalCode.NotFound;
    }
}
