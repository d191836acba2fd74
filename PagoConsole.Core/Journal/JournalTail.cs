using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>
/// Follows the journal and tells every subscriber of this node what is new, skipping nothing. On PostgreSQL rows become visible in
/// another order than their numbers, so it emits up to a maximum only once every transaction that could still bring a lower number has
/// ended. A subscriber that does not keep up is told to reload and holds up nobody.
/// </summary>
public sealed partial class JournalTail : BackgroundService
{
    /// <summary>The bell rung by every commit that wrote into the journal.</summary>
    public const string Bell = "journal";

    private const int PageSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Dialect dialect;
    private readonly Bells bells;
    private readonly ILogger<JournalTail> log;
    private readonly ConcurrentDictionary<JournalSubscription, byte> subscriptions = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long Max, long Transaction)? asked;
    private long horizon;

    internal JournalTail(IDbContextFactory<PagoDb> contexts, Dialect dialect, Bells bells, ILogger<JournalTail> log)
    {
        this.contexts = contexts;
        this.dialect = dialect;
        this.bells = bells;
        this.log = log;
    }

    /// <summary>The number up to which nothing can come any more: readers that continue from a number read up to here.</summary>
    public long Horizon => Interlocked.Read(ref horizon);

    /// <summary>Hears of everything from now on. Dispose it with the page.</summary>
    /// <param name="wanted">Which entries matter; null for all.</param>
    public JournalSubscription Subscribe(Func<JournalEntry, bool>? wanted = null)
    {
        var subscription = new JournalSubscription(wanted, gone => subscriptions.TryRemove(gone, out _));
        subscriptions[subscription] = 0;
        return subscription;
    }

    /// <summary>Waits until it follows: what is committed afterwards will be told.</summary>
    public Task WhenFollowingAsync(CancellationToken ct) => started.Task.WaitAsync(ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
                await bells.WaitAsync(Bell, Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.Failed(log, failure);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var safe = await SafeMaximumAsync(db, ct);
        if (!started.Task.IsCompleted)
        {
            Interlocked.Exchange(ref horizon, safe);
            started.SetResult();
            return;
        }

        while (Horizon < safe)
        {
            var from = Horizon;
            var page = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Seq > from && e.Seq <= safe).OrderBy(e => e.Seq).Take(PageSize).ToListAsync(ct);
            Interlocked.Exchange(ref horizon, page.Count < PageSize ? safe : page[^1].Seq);
            foreach (var subscription in subscriptions.Keys) subscription.Tell(page);
        }
    }

    private async Task<long> SafeMaximumAsync(PagoDb db, CancellationToken ct)
    {
        if (dialect.OneWriter) return await MaximumAsync(db, ct);

        // PostgreSQL: numbers are given before commits. Remember the maximum and a transaction id taken after it; once the oldest running
        // transaction is not older than that id, whoever held a number up to that maximum has ended.
        var (max, transaction) = asked ??= await AskAsync(db, ct);
        var oldest = Convert.ToInt64(await db.ScalarAsync("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", [], ct), null);
        if (oldest < transaction) return Horizon;
        asked = null;
        return max;
    }

    private async Task<(long Max, long Transaction)> AskAsync(PagoDb db, CancellationToken ct)
    {
        var max = await MaximumAsync(db, ct);
        if (max == Horizon && started.Task.IsCompleted) return (max, 0);
        var transaction = Convert.ToInt64(await db.ScalarAsync("SELECT pg_current_xact_id()::text::bigint", [], ct), null);
        return (max, transaction);
    }

    private static async Task<long> MaximumAsync(PagoDb db, CancellationToken ct) =>
        await db.ScalarAsync("SELECT max(seq) FROM journal", [], ct) is { } max ? Convert.ToInt64(max, null) : 0;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Following the journal failed; it goes on in a second where it stood")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
