using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>Forgets all that was counted: a console that runs counts it anew from the first row, a little at a time.</summary>
public sealed class ForgetCounts(Writes writes)
{
    /// <summary>Forgets.</summary>
    public Task RunAsync(CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            foreach (var source in CountedSource.All)
            {
                await source.LockAsync(tx, ct);
                foreach (var table in source.Into) await tx.Db.ExecuteAsync($"DELETE FROM {table}", [], ct);
                await tx.Db.ExecuteAsync("UPDATE counting_cursors SET position = 0 WHERE name = @p0", [source.Name], ct);
            }
        },
        ct);
}
