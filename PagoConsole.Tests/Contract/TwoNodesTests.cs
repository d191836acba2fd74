using Npgsql;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>
/// Two consoles on one PostgreSQL run the same schedule, with PagoEfectivo in a third process that nobody kills. The one that works off
/// what is due dies by SIGKILL in the middle of it.
/// </summary>
public sealed class TwoNodesTests
{
    private const int Orders = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_other_one_finishes_what_a_killed_one_began_and_each_slot_runs_once()
    {
        await using var pago = await ConsoleProcess.StartAsync();
        await using var store = await TestStore.CloneAsync(StorageProvider.Postgres);
        var settings = Settings(pago, store);
        await using var first = await ConsoleProcess.StartAsync(settings);
        await using var second = await ConsoleProcess.StartAsync(settings);
        var marketplace = new PagoClient(first);
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(_ => marketplace.PayableAsync()));
        await new SandboxControls(pago).FaultsAsync(delayMs: 2000);
        await ExecuteAsync(store, "UPDATE orders SET due_at = 1");

        // Eight at once and two seconds each: the run takes its time, and is killed once a part of it is done.
        await Eventually.IsTrueAsync("a part of the orders to have expired", async () => await ExpiredAsync(first) > 0, Patience);
        var holder = await ReadAsync(store, "SELECT lease_token FROM job_runs WHERE job_key = 'expiry' AND finished_at IS NULL AND lease_token IS NOT NULL");
        var (runner, other) = holder.Contains($"-{first.Id}/", StringComparison.Ordinal) ? (first, second) : (second, first);
        Assert.Contains($"-{runner.Id}/", holder, StringComparison.Ordinal);
        await runner.KillAsync();
        Assert.InRange(await ExpiredAsync(other), 1, Orders - 1);
        await new SandboxControls(pago).FaultsAsync();

        await Eventually.IsTrueAsync("the other one to expire the rest", async () => await ExpiredAsync(other) == Orders, Patience);

        Assert.Equal(Orders, await Truth.CountAsync(other, "SELECT count(*) FROM journal WHERE kind = 'order.expired'"));
        Assert.Equal(Orders, await Truth.CountAsync(other, "SELECT count(DISTINCT order_id) FROM journal WHERE kind = 'order.expired'"));
        Assert.Equal(0, await Truth.CountAsync(other, "SELECT count(*) FROM job_runs WHERE job_key <> 'expiry' AND attempts <> 1"));
        Assert.InRange(await Truth.CountAsync(other, "SELECT count(*) FROM job_runs WHERE attempts <> 1"), 0, 1); // the killed slot, where it was taken over itself
        var verified = await other.RunVerbAsync("verify-journal");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
    }

    private static (string, string)[] Settings(ConsoleProcess pago, TestStore store) =>
    [
        .. store.Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!)),
        ("Jobs__LeaseSeconds", "20"),
        ("PagoEfectivo__Environment", "Sandbox"),
        ("PagoEfectivo__BaseUrl", new Uri(pago.Address, "/sandbox/pagoefectivo").ToString()),
        ("PagoEfectivo__ClientId", "demo-client"),
        ("PagoEfectivo__SecretKey", "demo-secret-key"),
        ("PagoEfectivo__WebhookSecrets__0", "demo-webhook-secret"),
        ("PagoEfectivo__AllowedNetworks__0", "127.0.0.0/8"),
        ("Marketplace__CallbackUrl", new Uri(pago.Address, "/sandbox/marketplace/callbacks").ToString()),
    ];

    private static Task<long> ExpiredAsync(ConsoleProcess console) => Truth.CountAsync(console, "SELECT count(*) FROM orders WHERE status = 'Expired'");

    private static async Task<string> ReadAsync(TestStore store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string ?? "";
    }

    private static async Task ExecuteAsync(TestStore store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
