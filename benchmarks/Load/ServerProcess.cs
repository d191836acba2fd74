using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PagoConsole.Benchmarks.Load;

/// <summary>A server under load, in a process of its own on a free port, with its log in a file; its processor time can be read.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly string log;

    private ServerProcess(Process process, Uri address, string log) => (this.process, Address, this.log) = (process, address, log);

    public Uri Address { get; }

    /// <summary>Seconds of processor time so far.</summary>
    public double Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it answers at a path.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, string ready, IReadOnlyDictionary<string, string> settings, params string[] command)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var log = Path.Combine(folder, $"{address.Port}.log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec dotnet \"$@\" > \"$log\" 2>&1", "sh", log, .. command])
        {
            WorkingDirectory = Path.GetDirectoryName(command[0])!,
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var server = new ServerProcess(Process.Start(start)!, address, log);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (!await server.AnswersAsync(http, ready))
        {
            if (server.process.HasExited || waited.Elapsed > Patience) throw new InvalidOperationException($"The server did not start:{Environment.NewLine}{await File.ReadAllTextAsync(log)}");
            await Task.Delay(100);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Stops it as a service manager would, and waits for its end.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    private async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, path));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false; // not listening yet
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
