using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks;

/// <summary>
/// Counts the deliveries that are turned away, and keeps a few of each kind a minute to look at: a flood can fill neither disk nor feed.
/// Gathered in memory, written once a second.
/// </summary>
internal sealed class DoorRefusals(Writes writes, Bells bells, SelfAddress self, TimeProvider time, ILogger<DoorRefusals> log) : Pump("refusals", bells, self, log)
{
    /// <summary>Samples of one reason kept in a minute.</summary>
    private const int SamplesPerMinute = 20;

    /// <summary>And in an hour: a long flood must fill neither disk nor feed.</summary>
    private const int SamplesPerHour = 100;

    /// <summary>Samples that wait to be written; a store that is out of reach must not make them pile up.</summary>
    private const int MostWaiting = 500;

    /// <summary>Bytes of a body that a sample keeps.</summary>
    private const int SampleBytes = 2048;

    /// <summary>Samples kept in all.</summary>
    private const int MostSamples = 10_000;

    private static readonly Actor By = Actor.Job("door");

    private readonly ConcurrentDictionary<(DateTimeOffset Minute, DeliveryVerdict Verdict), int> counts = new();
    private readonly ConcurrentQueue<DoorRefusal> samples = new();
    private readonly ConcurrentDictionary<(DateTimeOffset Span, DeliveryVerdict Verdict, bool Hour), int> sampled = new();

    /// <summary>Counts one, and keeps it as a sample if there are few.</summary>
    public void Add(DeliveryVerdict verdict, string sender, string headers, ReadOnlyMemory<byte> body)
    {
        DoorMeasures.Refused.Count(1, ("verdict", verdict.ToString()));
        var now = time.GetUtcNow();
        counts.AddOrUpdate((Begin(now, TimeSpan.TicksPerMinute), verdict), 1, (_, count) => count + 1);
        if (verdict is DeliveryVerdict.Flood || samples.Count >= MostWaiting || !IsWanted(now, verdict)) return;
        samples.Enqueue(new DoorRefusal
        {
            RefusalId = Ids.New("rfs", now),
            At = now,
            Verdict = verdict,
            Sender = sender,
            Headers = headers,
            Body = body[..Math.Min(body.Length, SampleBytes)].ToArray(),
        });
    }

    /// <inheritdoc/>
    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        Forget();
        if (counts.IsEmpty && samples.IsEmpty) return false;
        var counted = counts.Keys.Select(key => (Key: key, Count: counts.TryRemove(key, out var count) ? count : 0)).ToList();
        var kept = new List<DoorRefusal>();
        while (samples.TryDequeue(out var sample)) kept.Add(sample);
        try
        {
            await writes.DoAsync(tx => WriteAsync(tx, counted, kept, ct), ct);
        }
        catch
        {
            // Nothing of it was written: it is counted and kept for the next time.
            foreach (var (key, count) in counted) counts.AddOrUpdate(key, count, (_, more) => more + count);
            foreach (var sample in kept) samples.Enqueue(sample);
            throw;
        }

        return false;
    }

    /// <summary>At the end what was counted since the last time is written, too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await WorkAsync(cancellationToken);
        }
        catch (Exception outage) when (StoreOutage.Is(outage))
        {
            // A store that is gone keeps no counts, and must not keep the console from ending.
        }
    }

    private static async Task WriteAsync(WriteScope tx, List<((DateTimeOffset Minute, DeliveryVerdict Verdict) Key, int Count)> counted, List<DoorRefusal> kept, CancellationToken ct)
    {
        foreach (var (key, count) in counted)
        {
            await tx.Db.ExecuteAsync(
                "INSERT INTO door_counts (minute, verdict, count) VALUES (@p0, @p1, @p2) "
                + "ON CONFLICT (minute, verdict) DO UPDATE SET count = door_counts.count + excluded.count",
                [key.Minute.ToUnixTimeMilliseconds(), key.Verdict.ToString(), count],
                ct);
        }

        tx.Db.AddRange(kept);
        foreach (var sample in kept)
            tx.Journal($"door/{Lima.DayOf(tx.Now):yyyy-MM-dd}", WebhookEvents.KindOf(sample.Verdict), By, new { sample.RefusalId, sample.Verdict, sample.Sender });
        if (kept.Count == 0) return;
        await tx.Db.ExecuteAsync(
            "DELETE FROM door_refusals WHERE refusal_id <= (SELECT refusal_id FROM door_refusals ORDER BY refusal_id DESC LIMIT 1 OFFSET @p0)", [MostSamples], ct);
    }

    private bool IsWanted(DateTimeOffset now, DeliveryVerdict verdict) =>
        sampled.AddOrUpdate((Begin(now, TimeSpan.TicksPerMinute), verdict, false), 1, (_, count) => count + 1) <= SamplesPerMinute
        && sampled.AddOrUpdate((Begin(now, TimeSpan.TicksPerHour), verdict, true), 1, (_, count) => count + 1) <= SamplesPerHour;

    private static DateTimeOffset Begin(DateTimeOffset now, long ticks) => new(now.Ticks - (now.Ticks % ticks), TimeSpan.Zero);

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var key in sampled.Keys)
            if (key.Span < now - (key.Hour ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(2)))
                sampled.TryRemove(key, out _);
    }
}
