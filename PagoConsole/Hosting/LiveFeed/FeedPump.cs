using Microsoft.Extensions.Options;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>Gathers what the journal's tail tells and gives it on, every so many milliseconds, as one batch for all readers of this node.</summary>
internal sealed class FeedPump(JournalTail tail, FeedRing ring, IOptions<FeedOptions> options) : BackgroundService
{
    /// <summary>Events of one message at most.</summary>
    public const int MostTogether = 500;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private long told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pace = TimeSpan.FromMilliseconds(options.Value.BatchMilliseconds);
        try
        {
            await tail.WhenFollowingAsync(stoppingToken);
            using var journal = tail.Subscribe(PublicJournal.Shows, options.Value.Kept);
            Restart();
            var reading = journal.ReadAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await Task.WhenAny(reading, Task.Delay(Quiet, stoppingToken)) != reading)
                {
                    ring.Wake();
                    continue;
                }

                var news = await reading;
                if (news.Reload) Restart();
                foreach (var batch in news.Entries.Where(entry => entry.Seq > told).Select(FeedEvent.Of).Chunk(MostTogether)) Publish(batch);
                await Task.Delay(pace, stoppingToken);
                reading = journal.ReadAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends, and with it every connection.
        }
    }

    private void Publish(FeedEvent[] events)
    {
        told = events[^1].Seq;
        FeedMeasures.Events.Add(events.Length);
        ring.Publish(new FeedBatch(events));
    }

    // All up to the horizon is in the journal for whoever asks; all after it is still to be told, or the next reading says that it was not.
    private void Restart() => ring.Restart(told = tail.Horizon);
}
