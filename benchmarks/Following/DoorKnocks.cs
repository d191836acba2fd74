using System.Diagnostics;
using System.Net;
using System.Text.Json;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Benchmarks.Following;

/// <summary>Signed deliveries at a steady rate, whether or not the earlier ones were answered, and how long each answer took.</summary>
internal sealed class DoorKnocks(WebhookDoor door, int perSecond)
{
    private static int last;

    /// <summary>Knocks until it is told to stop.</summary>
    /// <returns>The times in milliseconds, sorted.</returns>
    public async Task<List<double>> UntilAsync(CancellationToken stop)
    {
        var answers = new List<Task<double>>();
        var started = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            var due = (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond);
            while (answers.Count < due) answers.Add(KnockAsync());
            await Task.Delay(2, CancellationToken.None);
        }

        return [.. (await Task.WhenAll(answers)).Order()];
    }

    private async Task<double> KnockAsync()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            event_id = $"evt_{Interlocked.Increment(ref last)}",
            type = "payment.expired",
            created_at = "2026-11-22T20:15:03Z",
            data = new { payment_id = "pay_none" },
        });
        var knock = new Knock(IPAddress.Loopback, body, false, WebhookSignature.Of(BenchConsole.Secret, body), "{}");
        var started = Stopwatch.GetTimestamp();
        var answer = await door.ReceiveAsync(knock);
        return answer.Status == 200 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException($"The door said {answer.Status}.");
    }
}
