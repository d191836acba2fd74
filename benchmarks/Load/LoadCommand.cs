using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PagoConsole.Benchmarks.Load;

/// <summary>The generator, a process of its own: so many connections, each with one request under way, for so long. Figures as JSON on standard output.</summary>
internal static class LoadCommand
{
    public const string Child = "load-child";

    public static async Task RunAsync(string what, string url, int connections, double warmUp, int seconds)
    {
        var address = new Uri(url);
        var from = Stopwatch.GetTimestamp() + (long)(warmUp * Stopwatch.Frequency);
        var until = from + (seconds * Stopwatch.Frequency);
        var seed = Environment.ProcessId * 1000;
        var tallies = Enumerable.Range(0, connections).Select(_ => new LoadTally(seconds)).ToList();
        await Task.WhenAll(tallies.Select((tally, i) => Task.Run(() =>
            new LoadConnection(new IPEndPoint(IPAddress.Loopback, address.Port), LoadRequests.Of(what, address.AbsolutePath, seed + i), tally).RunAsync(from, until))));
        Console.WriteLine(JsonSerializer.Serialize(LoadTally.Sum(tallies, seconds)));
    }

    /// <summary>Runs it and reads its figures.</summary>
    public static async Task<LoadFigures> StartAsync(string what, Uri url, int connections, int warmUp, int seconds)
    {
        string[] arguments =
            [Environment.GetCommandLineArgs()[0], Child, what, url.ToString(), .. new[] { connections, warmUp, seconds }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };

        // One thread that waits for all sockets and answers on the spot: the generator takes as little of the cores as it can.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1";
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The generator ended with {process.ExitCode}.");
        return JsonSerializer.Deserialize<LoadFigures>(told)!;
    }
}
