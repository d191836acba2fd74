using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>A PostgreSQL instance of the test run's own: temporary folder, free loopback port, no durability.</summary>
internal sealed class PrivatePostgres(string folder, string connectionString)
{
    private static readonly bool AsRoot = Environment.UserName == "root";

    public string ConnectionString { get; } = connectionString;

    public static async Task<PrivatePostgres> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").MaxBy(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
            : null;
        if (programs is null) throw new InvalidOperationException("PostgreSQL is not installed; ./test.sh installs it.");

        var folder = (await DoAsync("mktemp", "-d")).Trim();
        await DoAsync($"{programs}/bin/initdb", "--no-sync", "-D", $"{folder}/data", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust");
        var port = FreePort();
        await DoAsync($"{programs}/bin/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-s", "start", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=300");
        return new PrivatePostgres(folder, new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Database = "postgres",
        }.ToString());
    }

    public async Task StopAsync()
    {
        var pid = (await DoAsync("head", "-1", $"{folder}/data/postmaster.pid")).Trim();
        await DoAsync("kill", "-INT", pid);
        await Eventually.IsTrueAsync("PostgreSQL to stop", async () => (await TryAsync("test", "-e", $"{folder}/data/postmaster.pid")).ExitCode != 0);
        await DoAsync("rm", "-rf", folder);
    }

    private static async Task<string> DoAsync(string program, params string[] arguments)
    {
        var outcome = await TryAsync(program, arguments);
        return outcome.ExitCode == 0
            ? outcome.Output
            : throw new InvalidOperationException($"{program} ended with {outcome.ExitCode}: {outcome.Error}");
    }

    private static async Task<ShellOutcome> TryAsync(string program, params string[] arguments) => AsRoot
        ? await Shell.RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : await Shell.RunAsync(program, arguments);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
