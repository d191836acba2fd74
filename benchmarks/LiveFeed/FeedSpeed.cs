using System.Diagnostics;

namespace PagoConsole.Benchmarks.LiveFeed;

/// <summary>
/// So many programs at the live feed while so many events happen a second: how long after its writing an event is heard, and what of a core the console
/// takes for it; in batches as it is set up, then each event by itself, then in batches beside one reader that takes nothing.
/// </summary>
internal static class FeedSpeed
{
    private const int PerSecond = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(int clients)
    {
        Console.WriteLine($"{clients} programs, {PerSecond} events a second, {Measured.TotalSeconds:F0} s each");
        await using (var batched = await FeedServer.StartAsync(50, PerSecond))
        {
            await MeasureAsync("nobody listens", batched, 0);
            await MeasureAsync("every 50 ms", batched, clients);
            using var slow = await FeedListener.ConnectAsync(batched.Address);
            await MeasureAsync("the same, beside one that takes nothing", batched, clients);
        }

        await using var single = await FeedServer.StartAsync(1, PerSecond);
        await MeasureAsync("each event by itself", single, clients);
    }

    private static async Task MeasureAsync(string what, FeedServer server, int clients)
    {
        using var stop = new CancellationTokenSource();
        var listeners = new List<FeedListener>();
        for (var n = 0; n < clients; n++) listeners.Add(await FeedListener.ConnectAsync(server.Address));
        var listening = listeners.ConvertAll(listener => Task.Run(() => listener.ListenAsync(stop.Token)));
        await Task.Delay(WarmUp);
        var (cpu, started) = (server.Cpu, Stopwatch.GetTimestamp());
        listeners.ForEach(listener => listener.Count(true));
        await Task.Delay(Measured);
        listeners.ForEach(listener => listener.Count(false));
        var share = (server.Cpu - cpu) / Stopwatch.GetElapsedTime(started);
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        var delays = listeners.SelectMany(listener => listener.Delays).Order().ToList();
        var heard = delays.Count == 0 ? "" : $", heard {delays.Count / Measured.TotalSeconds:F0}/s, p50 {At(delays, 0.5):F1} ms, p99 {At(delays, 0.99):F1} ms, most {delays[^1]:F0} ms";
        Console.WriteLine($"{what}: {share:P0} of a core, {server.Megabytes:F0} MB{heard}");
        listeners.ForEach(listener => listener.Dispose());
    }

    private static double At(List<double> sorted, double part) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * part)];
}
