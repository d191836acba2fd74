using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PagoConsole.Benchmarks.Day;

/// <summary>The built program in a process of its own, on an address that it keeps through kills.</summary>
internal sealed class DayProcess(string program, string? verb, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string log = Path.Combine(folder, $"{verb ?? "console"}.log");
    private Process? process;
    private Task ended = Task.CompletedTask;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Settings as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(DayClock clock, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", verb is null ? [program] : [program, verb])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        foreach (var (key, value) in Settings) start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Clock__RealStart"] = clock.RealStart.ToString("O");
        start.Environment["Clock__Start"] = clock.Start.ToString("O");
        start.Environment["Clock__Speed"] = clock.Speed.ToString(System.Globalization.CultureInfo.InvariantCulture);
        process?.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        ended = process.WaitForExitAsync(CancellationToken.None);
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(ct))
        {
            if (ended.IsCompleted || waited.Elapsed > Patience) throw new InvalidOperationException($"{verb ?? "The console"} did not start; see {log}");
            await Task.Delay(50, ct);
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        process?.Kill();
        await ended.WaitAsync(Patience);
    }

    /// <summary>Runs a verb of the command line on the same data.</summary>
    public async Task<int> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        foreach (var (key, value) in Settings) start.Environment[key] = value;
        using var run = Process.Start(start)!;
        Write(await run.StandardOutput.ReadToEndAsync());
        await run.WaitForExitAsync();
        return run.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"), ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private void Write(string? line)
    {
        if (line is null) return;
        lock (log) File.AppendAllText(log, line + Environment.NewLine);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
