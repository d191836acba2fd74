using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>
/// Follows the journal and tells every subscriber of this node what is new, skipping nothing: it emits no further than the
/// <see cref="CommitHorizon"/>. A subscriber that does not keep up is told to reload and holds up nobody.
/// </summary>
public sealed partial class JournalTail : BackgroundService
{
    /// <summary>The bell rung by every commit that wrote into the journal.</summary>
    public const string Bell = "journal";

    private const int PageSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly CommitHorizon reach;
    private readonly Bells bells;
    private readonly ILogger<JournalTail> log;
    private readonly ConcurrentDictionary<JournalSubscription, byte> subscriptions = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long horizon;

    internal JournalTail(IDbContextFactory<PagoDb> contexts, Dialect dialect, Bells bells, ILogger<JournalTail> log)
    {
        this.contexts = contexts;
        reach = new CommitHorizon(dialect, "journal", "seq");
        this.bells = bells;
        this.log = log;
    }

    /// <summary>The number up to which nothing can come any more: readers that continue from a number read up to here.</summary>
    public long Horizon => Interlocked.Read(ref horizon);

    /// <summary>Hears of everything from now on. Dispose it with the page.</summary>
    /// <param name="wanted">Which entries matter; null for all.</param>
    /// <param name="capacity">How many may wait for the reader before it is told to reload.</param>
    public JournalSubscription Subscribe(Func<JournalEntry, bool>? wanted = null, int capacity = JournalSubscription.Capacity)
    {
        var subscription = new JournalSubscription(wanted, gone => subscriptions.TryRemove(gone, out _), capacity);
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
        var safe = await reach.ReachAsync(db, started.Task.IsCompleted ? Horizon : null, ct);
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
            foreach (var kind in page.CountBy(e => e.Kind)) JournalMeasures.Entries.Count(kind.Value, ("kind", kind.Key));
            foreach (var subscription in subscriptions.Keys) subscription.Tell(page);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Following the journal failed; it goes on in a second where it stood")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
