using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.LiveFeed;

/// <summary>The whole console in a process of its own, to whose orders something happens so many times a second; SQLite with durability as in production.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    public const string Child = "feed-server";
    private readonly Process process;

    private FeedServer(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Processor time that it has taken so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What of memory is in use, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<FeedServer> StartAsync(int batchMilliseconds, int perSecond)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(FeedServer).Assembly.Location);
        foreach (var argument in new[] { Child, $"{batchMilliseconds}", $"{perSecond}" }) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("at ", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new FeedServer(process, new Uri(line[3..]));
        }

        throw new InvalidOperationException("The console did not start.");
    }

    /// <summary>The child's part.</summary>
    public static async Task ServeAsync(int batchMilliseconds, int perSecond)
    {
        _ = EndWithParentAsync();
        var folder = Directory.CreateTempSubdirectory("pago-feed-");
        await using var app = ConsoleApp.Build(
        [
            "--urls=http://127.0.0.1:0", $"--Storage:DataFolder={folder.FullName}", "--Demo:Enabled=false", "--Jobs:Enabled=false",
            $"--Feed:BatchMilliseconds={batchMilliseconds}", "--Serilog:MinimumLevel:Default=Warning",
        ]);
        await app.StartAsync();
        Console.WriteLine($"at {await app.Services.GetRequiredService<SelfAddress>().WhenKnownAsync(CancellationToken.None)}");
        var writes = app.Services.GetRequiredService<Writes>();
        var started = Stopwatch.GetTimestamp();
        for (long n = 0; ; n++)
        {
            var due = TimeSpan.FromSeconds(n / (double)perSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero) await Task.Delay(due);
            var id = $"MP-{n % 1000}";
            await writes.DoAsync(
                tx =>
                {
                    var data = new { from = "AwaitingPayment", to = "Paid", details = new { paymentId = $"pay_{n:D12}", sentAt = RealClock.Now.UtcTicks.ToString(CultureInfo.InvariantCulture) } };
                    tx.Journal($"order/{id}", "order.paid", Actor.PagoEfectivo, data, id);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }
    }

    // Whatever becomes of the one who started us: its end closes our input.
    private static async Task EndWithParentAsync()
    {
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        Environment.Exit(0);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
