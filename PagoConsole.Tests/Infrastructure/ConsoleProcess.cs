using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>The built program in a process of its own, on a free port, with a temporary folder as its data.</summary>
internal sealed partial class ConsoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, string> settings;
    private readonly ProcessLog log = new();
    private Process? process;

    /// <summary>One wait for the end of the process, for everybody: a second one of the same process may never be told.</summary>
    private Task ended = Task.CompletedTask;

    private ConsoleProcess(IEnumerable<(string Key, string Value)> overrides)
    {
        Folder = Directory.CreateTempSubdirectory("pago-console-").FullName;
        settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Storage__ConnectionString"] = $"Data Source={DatabasePath}",
            ["Storage__DataFolder"] = Folder,
            ["Sandbox__Database"] = SandboxDatabasePath,
            ["Demo__Enabled"] = "false",
            ["Marketplace__RateLimitPerSecond"] = "5000",
        };
        foreach (var (key, value) in overrides) settings[key] = value;
    }

    /// <summary>Where the data lie; they survive a kill and go with the object.</summary>
    public string Folder { get; }

    public string DatabasePath => Path.Combine(Folder, "pago.db");

    public string SandboxDatabasePath => Path.Combine(Folder, "sandbox.db");

    /// <summary>PostgreSQL's connection string where the console was told to use one; null on SQLite.</summary>
    public string? PostgresConnectionString =>
        settings.GetValueOrDefault("Storage__Provider") == "Postgres" ? settings["Storage__ConnectionString"] : null;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The process's id.</summary>
    public int Id => process?.Id ?? throw new InvalidOperationException("It was not started.");

    public bool HasExited => process?.HasExited ?? true;

    public string Output => log.ToString();

    /// <summary>Starts on data that are those of a console which has started before.</summary>
    public static Task<ConsoleProcess> StartAsync(params (string Key, string Value)[] settings) => StartAsync(fresh: false, settings);

    /// <summary>Starts on nothing, as on a new machine.</summary>
    public static Task<ConsoleProcess> StartFreshAsync(params (string Key, string Value)[] settings) => StartAsync(fresh: true, settings);

    private static async Task<ConsoleProcess> StartAsync(bool fresh, (string Key, string Value)[] settings)
    {
        var console = new ConsoleProcess(settings);
        try
        {
            if (!fresh) await ConsoleTemplate.CopyToAsync(console.Folder);
            await console.StartAgainAsync();
            return console;
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts on the same data, on a new port; returns when it says that it is ready.</summary>
    public async Task StartAgainAsync(params (string Key, string Value)[] more)
    {
        Launch(more);
        using var patience = new CancellationTokenSource(StartPatience);
        var address = await log.WaitForAsync(Listening(), () => HasExited, patience.Token)
            ?? throw new InvalidOperationException($"The console did not start:{Environment.NewLine}{Output}");
        Address = new Uri(address.Groups[1].Value);
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.IsTrueAsync("/health/ready to answer 200", () => IsReadyAsync(http), StartPatience);
    }

    /// <summary>Starts a program that is expected to end by itself.</summary>
    public static async Task<ShellOutcome> ExpectEndAsync(params (string Key, string Value)[] settings)
    {
        await using var console = new ConsoleProcess(settings);
        console.Launch([]);
        using var patience = new CancellationTokenSource(StartPatience);
        if (await console.log.WaitForAsync(Listening(), () => console.HasExited, patience.Token) is not null || !console.HasExited)
            throw new InvalidOperationException($"The console started, although it should not:{Environment.NewLine}{console.Output}");
        await console.ended; // until all that it wrote has been read
        return new ShellOutcome(console.process!.ExitCode, console.Output, "");
    }

    /// <summary>Runs a verb of the command line on the same data, beside the process that serves or without one.</summary>
    public Task<ShellOutcome> RunVerbAsync(params string[] arguments) =>
        Shell.RunAsync("dotnet", [Program(), .. arguments], start => Prepare(start, []));

    /// <summary>Runs a verb and ends it by SIGKILL as soon as something holds.</summary>
    public async Task KillVerbAsync(string what, Func<Task<bool>> when, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Prepare(start, []);
        using var verb = Process.Start(start)!;
        verb.BeginOutputReadLine();
        verb.BeginErrorReadLine();
        await Eventually.IsTrueAsync(what, when, StartPatience);
        verb.Kill();
        await verb.WaitForExitAsync().WaitAsync(StartPatience);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill(); // a process that has ended already is left alone
        await ended.WaitAsync(StartPatience);
    }

    /// <summary>SIGTERM, as a service manager would stop it; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await Shell.RunAsync("kill", ["-TERM", $"{process!.Id}"]);
        await ended.WaitAsync(TimeSpan.FromSeconds(40));
        return process.ExitCode;
    }

    /// <summary>Waits until it has died by itself at a crash point.</summary>
    public async Task WaitForDeathAsync(TimeSpan within)
    {
        try
        {
            await ended.WaitAsync(within);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The console lives on after {within.TotalSeconds:F0} s.{Environment.NewLine}{log.Tail(30)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
        log.KeepIn(Path.Combine(Repository.Root, "TestResults", "consoles"), Path.GetFileName(Folder));
        Directory.Delete(Folder, recursive: true);
    }

    private void Launch((string Key, string Value)[] more)
    {
        process?.Dispose();
        log.Clear();

        // The shell becomes the program; a file that may not grow (as on a full disk) is then an error and not the end of it.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "trap '' XFSZ; exec dotnet \"$0\"", Program()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Prepare(start, more);
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        ended = process.WaitForExitAsync();
    }

    private void Prepare(ProcessStartInfo start, (string Key, string Value)[] more)
    {
        start.WorkingDirectory = Path.GetDirectoryName(Program())!;
        foreach (var (key, value) in settings) start.Environment[key] = value;
        foreach (var (key, value) in more) start.Environment[key] = value;
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        if (HasExited) throw new InvalidOperationException($"The console ended while starting:{Environment.NewLine}{Output}");
        using var answer = await http.GetAsync("/health/ready");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>
    /// What the build made of the host, beside what it made of the tests: the same configuration and framework. <c>PAGO_TEST_PROGRAM</c>
    /// names another build of it: <c>test.sh</c> compiles it ahead of time, which halves what each start costs.
    /// </summary>
    public static string Program()
    {
        if (Environment.GetEnvironmentVariable("PAGO_TEST_PROGRAM") is { Length: > 0 } precompiled) return precompiled;
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var path = Path.Combine(Repository.Root, "PagoConsole", "bin", output.Parent!.Name, output.Name, "PagoConsole.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("Build the solution first.", path);
    }

    [GeneratedRegex("""listening on:?\s*"?(http://127\.0\.0\.1:\d+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}
