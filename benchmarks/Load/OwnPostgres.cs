using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PagoConsole.Benchmarks.Load;

/// <summary>A PostgreSQL of the benchmark's own that syncs to disk, or the server that <c>PAGO_BENCH_POSTGRES</c> names; a database for each run.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string? folder;
    private readonly string server;
    private int databases;

    private OwnPostgres(string? folder, string server) => (this.folder, this.server) = (folder, server);

    /// <summary>Starts it; null where PostgreSQL is not installed.</summary>
    public static async Task<OwnPostgres?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("PAGO_BENCH_POSTGRES") is { Length: > 0 } named) return new OwnPostgres(null, named);
        if (!Directory.Exists("/usr/lib/postgresql") || Programs() is not { } programs) return null;
        var folder = (await RunAsync("mktemp", "-d")).Trim();
        await RunAsync($"{programs}/initdb", "-D", $"{folder}/data", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust");
        var port = FreePort();
        await RunAsync($"{programs}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-s", "start", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c max_wal_size=4GB");
        return new OwnPostgres(folder, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres");
    }

    /// <summary>A new, empty database.</summary>
    public async Task<string> DatabaseAsync()
    {
        var name = $"bench_{Environment.ProcessId}_{databases++}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
        await RunAsync($"{Programs()}/pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "-w", "-s", "stop");
        await RunAsync("rm", "-rf", folder);
    }

    private static string? Programs() => Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin").Order(StringComparer.Ordinal).LastOrDefault();

    // initdb refuses root.
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var asRoot = Environment.UserName == "root";
        var start = new ProcessStartInfo(asRoot ? "runuser" : program, asRoot ? ["-u", "postgres", "--", program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;

        // The server that pg_ctl starts keeps the pipe, so the output is read only of programs that end.
        var told = program.EndsWith("pg_ctl", StringComparison.Ordinal) ? "" : await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? told : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
