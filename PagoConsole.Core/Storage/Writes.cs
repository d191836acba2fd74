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
    private readonly WriterSeat seat;
    private readonly SharedTurns shared;
    private readonly BoundedCrowd crowd = new();
    private readonly Bells bells;
    private readonly TimeProvider time;

    internal Writes(IDbContextFactory<PagoDb> contexts, Dialect dialect, WriteLane lane, WriterSeat seat, Bells bells, TimeProvider time)
    {
        (this.contexts, this.dialect, this.lane, this.seat, this.bells, this.time) = (contexts, dialect, lane, seat, bells, time);
        shared = new SharedTurns(lane, seat, dialect, bells, time);
    }

    /// <summary>Whether the caller is inside a transaction's body: no HTTP and no second transaction may start there.</summary>
    public static bool InTransaction => Inside.Value;

    /// <summary>Runs a body in one transaction; what it returns is true only once it is committed.</summary>
    /// <exception cref="InvalidOperationException">Called from inside another body.</exception>
    public Task<Result<T>> RunAsync<T>(Func<WriteScope, Task<Result<T>>> body, CancellationToken ct, WritePriority priority = WritePriority.Normal) =>
        TryAsync(() => OnceAsync(body, priority, keep: true, ct));

    /// <summary>
    /// Runs a body as <see cref="RunAsync"/> does, for callers that come in crowds: on SQLite those that come at once share one transaction,
    /// each undone by itself. What it commits together with the others is durable before it returns.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="patient">It records what has happened already: it waits however many wait before it.</param>
    /// <exception cref="StoreBusyException">Too many wait, or it waited too long; nothing was done.</exception>
    /// <exception cref="InvalidOperationException">Called from inside another body.</exception>
    public Task<Result<T>> ShareAsync<T>(Func<WriteScope, Task<Result<T>>> body, CancellationToken ct, bool patient = false) => TryAsync(() =>
    {
        if (dialect.OneWriter) return shared.RunAsync(tx => BodyAsync(tx, body, ct), patient, ct);
        return crowd.RunAsync(() => OnceAsync(body, WritePriority.Normal, keep: true, ct), patient, ct);
    });

    /// <summary>
    /// Runs a body as <see cref="RunAsync"/> does, up to the moment before COMMIT, and rolls it back: what it returns is what would have come
    /// of it. No bell rings.
    /// </summary>
    /// <exception cref="InvalidOperationException">Called from inside another body.</exception>
    public Task<Result<T>> RehearseAsync<T>(Func<WriteScope, Task<Result<T>>> body, CancellationToken ct) =>
        TryAsync(() => OnceAsync(body, WritePriority.Normal, keep: false, ct));

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

    private async Task<Result<T>> TryAsync<T>(Func<Task<Result<T>>> once)
    {
        if (Inside.Value) throw new InvalidOperationException("A transaction was started inside another one.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await once();
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
            if (dialect.OneWriter && priority == WritePriority.Door) (result, tx) = await SeatedAsync(body, ct);
            else
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                (result, tx) = await TransactAsync(db, body, keep, ct);
            }
        }

        if (!keep || !result.Done) return result;
        foreach (var bell in tx.Bells) bells.Ring(bell);
        return result;
    }

    private async Task<(Result<T> Result, WriteScope Tx)> SeatedAsync<T>(Func<WriteScope, Task<Result<T>>> body, CancellationToken ct)
    {
        var db = await seat.TakeAsync(ct);
        try
        {
            var done = await TransactAsync(db, body, keep: true, ct);
            db.ChangeTracker.Clear();
            return done;
        }
        catch
        {
            await seat.DiscardAsync();
            throw;
        }
    }

    private async Task<(Result<T> Result, WriteScope Tx)> TransactAsync<T>(PagoDb db, Func<WriteScope, Task<Result<T>>> body, bool keep, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Unspecified, ct);
        var tx = new WriteScope(db, dialect, time.GetUtcNow());
        var result = await BodyAsync(tx, body, ct);

        // From here on it is done or not done, whatever the caller wants by now.
        if (result.Done && keep) await transaction.CommitAsync(CancellationToken.None);
        return (result, tx);
    }

    private static async Task<Result<T>> BodyAsync<T>(WriteScope tx, Func<WriteScope, Task<Result<T>>> body, CancellationToken ct)
    {
        Inside.Value = true;
        try
        {
            var result = await body(tx);
            if (!result.Done) return result;
            await tx.NewRows.WriteAsync(tx.Db, ct);
            await tx.Db.SaveChangesAsync(ct);
            foreach (var part in tx.Parts) await part.FlushAsync(tx, ct);
            return result;
        }
        finally
        {
            Inside.Value = false;
        }
    }
}
