using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Storage;

/// <summary>
/// The unit of work, and the only way to write: lane (SQLite) → BEGIN → body → save → journal → COMMIT → release → bells.
/// A refusal rolls everything back. The body may run again (at most <see cref="Tries"/> times), so it touches the database only.
/// </summary>
public sealed class Writes
{
    private const int Tries = 4;
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Dialect dialect;
    private readonly WriteLane lane;
    private readonly Bells bells;
    private readonly TimeProvider time;

    internal Writes(IDbContextFactory<PagoDb> contexts, Dialect dialect, WriteLane lane, Bells bells, TimeProvider time)
    {
        this.contexts = contexts;
        this.dialect = dialect;
        this.lane = lane;
        this.bells = bells;
        this.time = time;
    }

    /// <summary>Whether the caller is inside a transaction's body: no HTTP and no second transaction may start there.</summary>
    public static bool InTransaction => Inside.Value;

    /// <summary>Runs a body in one transaction; what it returns is true only once it is committed.</summary>
    /// <exception cref="InvalidOperationException">Called from inside another body.</exception>
    public Task<Result<T>> RunAsync<T>(Func<WriteScope, Task<Result<T>>> body, CancellationToken ct, WritePriority priority = WritePriority.Normal) =>
        TryAsync(body, priority, keep: true, ct);

    /// <summary>
    /// Runs a body as <see cref="RunAsync"/> does, up to the moment before COMMIT, and rolls it back: what it returns is what would have come
    /// of it. No bell rings.
    /// </summary>
    /// <exception cref="InvalidOperationException">Called from inside another body.</exception>
    public Task<Result<T>> RehearseAsync<T>(Func<WriteScope, Task<Result<T>>> body, CancellationToken ct) =>
        TryAsync(body, WritePriority.Normal, keep: false, ct);

    /// <summary>Runs a body that cannot be refused.</summary>
    public async Task<T> DoAsync<T>(Func<WriteScope, Task<T>> body, CancellationToken ct, WritePriority priority = WritePriority.Normal) =>
        (await RunAsync<T>(async tx => await body(tx), ct, priority)).Value;

    /// <summary>Runs a body that cannot be refused and gives nothing.</summary>
    public Task DoAsync(Func<WriteScope, Task> body, CancellationToken ct, WritePriority priority = WritePriority.Normal) =>
        DoAsync(
            async tx =>
            {
                await body(tx);
                return default(Unit);
            },
            ct,
            priority);

    private async Task<Result<T>> TryAsync<T>(Func<WriteScope, Task<Result<T>>> body, WritePriority priority, bool keep, CancellationToken ct)
    {
        if (Inside.Value) throw new InvalidOperationException("A transaction was started inside another one.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(body, priority, keep, ct);
            }
            catch (Exception failure) when (attempt < Tries && (failure is DbUpdateConcurrencyException || dialect.IsRetry(failure)))
            {
                // Somebody else changed the same rows; nothing of this run was kept, so the whole body is run again on what is true now.
            }
        }
    }

    private async Task<Result<T>> OnceAsync<T>(Func<WriteScope, Task<Result<T>>> body, WritePriority priority, bool keep, CancellationToken ct)
    {
        WriteScope tx;
        Result<T> result;
        using (dialect.OneWriter ? await lane.EnterAsync(priority, ct) : null)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Unspecified, ct);
            tx = new WriteScope(db, dialect, time.GetUtcNow());
            Inside.Value = true;
            try
            {
                result = await body(tx);
                if (!result.Done) return result;
                await db.SaveChangesAsync(ct);
                foreach (var part in tx.Parts) await part.FlushAsync(tx, ct);
                if (!keep) return result;
            }
            finally
            {
                Inside.Value = false;
            }

            // From here on it is done or not done, whatever the caller wants by now.
            await transaction.CommitAsync(CancellationToken.None);
        }

        foreach (var bell in tx.Bells) bells.Ring(bell);
        return result;
    }
}
