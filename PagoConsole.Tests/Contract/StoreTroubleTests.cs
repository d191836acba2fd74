using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>
/// The disk is full, another process locks the file, the process is told to stop: both doors say "not now" or finish, nothing half done, and all
/// goes on by itself. One console for all of it, because each start is dear.
/// </summary>
public sealed class StoreTroubleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_store_cannot_take_is_503_and_what_was_answered_is_kept()
    {
        await using var console = await ConsoleProcess.StartAsync();
        await BothTakenAsync(console, "before");

        await LimitFilesAsync(console, "1024"); // no file may grow: a full disk
        await BothRefusedAsync(console, "full");
        await LimitFilesAsync(console, "unlimited");
        await BothTakenAsync(console, "room again");

        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = console.DatabasePath, Pooling = false }.ToString()))
        {
            await other.OpenAsync(Ct);
            await using var locked = new SqliteCommand("BEGIN IMMEDIATE", other);
            await locked.ExecuteNonQueryAsync(Ct);
            await BothRefusedAsync(console, "locked");
            await using var freed = new SqliteCommand("ROLLBACK", other);
            await freed.ExecuteNonQueryAsync(Ct);
        }

        await BothTakenAsync(console, "free again");
        await WhatIsAnsweredWhileItStopsIsKeptAsync(console);
    }

    private static async Task BothTakenAsync(ConsoleProcess console, string when)
    {
        await Eventually.IsTrueAsync($"a delivery is taken {when}", async () => (await new WebhookSender(console).SendAsync(Delivery())).Code == 200);
        await Eventually.IsTrueAsync($"an order is taken {when}", async () => (await new PagoClient(console).PlaceAsync(OrderJson.New())).Code == 201);
    }

    private static async Task BothRefusedAsync(ConsoleProcess console, string what)
    {
        var (delivery, order) = (Delivery(), OrderJson.New());

        var refused = await Task.WhenAll(new WebhookSender(console).SendAsync(delivery), new PagoClient(console).PlaceAsync(order));

        foreach (var answer in refused)
        {
            answer.Expect(503);
            Assert.True(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture) >= 1, what);
        }

        Assert.Equal(0, await Truth.CountAsync(console, "SELECT count(*) FROM receipts WHERE event_id = @id", ("@id", delivery.Text("event_id")!)));
        Assert.Equal(0, await Truth.CountAsync(console, "SELECT count(*) FROM orders WHERE order_id = @id", ("@id", order.Text("orderId")!)));
    }

    private static async Task WhatIsAnsweredWhileItStopsIsKeptAsync(ConsoleProcess console)
    {
        var answered = new ConcurrentBag<string>();
        var sending = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                try
                {
                    while (true)
                    {
                        var delivery = Delivery();
                        if ((await new WebhookSender(console).SendAsync(delivery)).Code == 200) answered.Add(delivery.Text("event_id")!);
                    }
                }
                catch (HttpRequestException)
                {
                    // It has stopped listening.
                }
            },
            Ct)));
        await Eventually.IsTrueAsync("deliveries are under way", () => Task.FromResult(answered.Count > 20));

        Assert.Equal(0, await console.StopAsync());

        await sending.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        foreach (var id in answered) Assert.Equal(1, await Truth.CountAsync(console, "SELECT count(*) FROM receipts WHERE event_id = @id", ("@id", id)));
    }

    private static async Task LimitFilesAsync(ConsoleProcess console, string bytes) =>
        Assert.Equal(0, (await Shell.RunAsync("prlimit", [$"--pid={console.Id}", $"--fsize={bytes}:unlimited"])).ExitCode);

    private static JsonObject Delivery() => WebhookSender.New("payment.other", "pay_x", "MP-x");
}
