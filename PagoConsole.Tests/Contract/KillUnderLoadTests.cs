using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>
/// SIGKILL again and again while deliveries and orders pour in, doubled and in disorder, and PagoEfectivo fails now and then. Whatever was
/// answered is there afterwards, each has its effect once, and the journal's chains hold.
/// </summary>
public sealed class KillUnderLoadTests
{
    private const int Kills = 5;
    private const int OrdersPerKill = 24;
    private const int OrdersUnderKill = 10;

    private readonly ConcurrentDictionary<string, bool> answered = new();
    private readonly ConcurrentDictionary<string, bool> taken = new();

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task Nothing_answered_is_lost_and_nothing_happens_twice(StorageProvider provider)
    {
        await using var store = await TestStore.EmptyAsync(provider);
        await using var console = await ConsoleProcess.StartAsync([.. Storage(store), ("Sandbox__MaxWebhookPauseSeconds", "1"), ("PagoEfectivo__TimeoutSeconds", "2")]);
        var (marketplace, sandbox) = (new PagoClient(console), new SandboxControls(console));
        var orders = new List<JsonNode>();
        var underKill = new List<JsonObject>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await sandbox.FaultsAsync(duplicateWebhooks: 0.3, reorderWebhooks: 0.2);
            var placed = await Task.WhenAll(Enumerable.Range(0, OrdersPerKill).Select(_ => marketplace.PayableAsync()));
            orders.AddRange(placed);

            var events = placed.SelectMany(EventsOf).ToArray();
            Random.Shared.Shuffle(events);
            var news = Enumerable.Range(0, OrdersUnderKill).Select(_ => OrderJson.New()).ToList();
            await sandbox.FaultsAsync(errorRate: 0.2, duplicateWebhooks: 0.3, reorderWebhooks: 0.2);
            await Task.WhenAll(KillWhileSendingAsync(console, events), PlaceAsync(console, [.. news, .. news]));
            await console.StartAgainAsync();
            await sandbox.FaultsAsync();
            await SendAllAsync(console, events.Where(body => !answered.ContainsKey(Id(body))));
            await AreTakenAsync(marketplace, news);
            underKill.AddRange(news);
        }

        foreach (var id in underKill.Select(PagoClient.Id)) await HasOnePaymentAsync(marketplace, console, id);
        await EveryEventIsKeptOnceAsync(console);
        foreach (var order in orders) await PaidOnceAsync(marketplace, sandbox, PagoClient.Id(order));
        await console.KillAsync();
        var verified = await console.RunVerbAsync("verify-journal");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
    }

    /// <summary>The money twice over, and an end of the voucher that comes too late or too early.</summary>
    private static IEnumerable<JsonObject> EventsOf(JsonNode order)
    {
        var paid = WebhookSender.Event("payment.paid", order);
        return [paid, paid, paid.With("event_id", OrderJson.NewId("evt")), WebhookSender.New("payment.unknown", PagoClient.PaymentId(order), PagoClient.Id(order))];
    }

    private async Task KillWhileSendingAsync(ConsoleProcess console, IReadOnlyCollection<JsonObject> events)
    {
        var enough = Random.Shared.Next(1, events.Count - 1);
        var before = answered.Count;
        var sending = Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (body, _) =>
        {
            await TrySendAsync(console, body);
            if (answered.Count - before >= enough && !console.HasExited) await console.KillAsync();
        });
        await sending;
        await console.KillAsync();
    }

    // Each of them twice at once, until the console dies.
    private Task PlaceAsync(ConsoleProcess console, IEnumerable<JsonObject> orders) =>
        Parallel.ForEachAsync(orders, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (order, _) =>
        {
            try
            {
                if ((await new PagoClient(console).PlaceAsync(order)).Code is 200 or 201) taken[PagoClient.Id(order)] = true;
            }
            catch (HttpRequestException)
            {
                // killed under the request
            }
        });

    private async Task AreTakenAsync(PagoClient marketplace, List<JsonObject> orders)
    {
        foreach (var order in orders)
        {
            var again = await marketplace.PlaceAsync(order);
            Assert.Equal(taken.ContainsKey(PagoClient.Id(order)) ? 200 : again.Code, again.Code);
            Assert.True(again.Code is 200 or 201, again.Body);
        }
    }

    // What a dead one had in hand is taken up again once its time has ended.
    private static async Task HasOnePaymentAsync(PagoClient marketplace, ConsoleProcess console, string id)
    {
        await marketplace.UntilAsync(id, "it has a payment", seen => seen.At("payment") is not null);
        Assert.Single(await Truth.PaymentsAsync(console, id));
    }

    private Task SendAllAsync(ConsoleProcess console, IEnumerable<JsonObject> events) =>
        Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (body, _) =>
            Assert.True(await TrySendAsync(console, body), "A delivery was refused by a console that runs."));

    private async Task<bool> TrySendAsync(ConsoleProcess console, JsonObject body)
    {
        try
        {
            var answer = await new WebhookSender(console).SendAsync(body);
            if (answer.Code != 200) return false;
            answered[Id(body)] = true;
            return true;
        }
        catch (HttpRequestException)
        {
            return false; // killed under the request: not answered, so it is sent again, as PagoEfectivo does
        }
    }

    private async Task EveryEventIsKeptOnceAsync(ConsoleProcess console)
    {
        foreach (var eventId in answered.Keys)
            Assert.Equal(1, await Truth.CountAsync(console, "SELECT count(*) FROM receipts WHERE event_id = @id", ("@id", eventId)));
    }

    private static async Task PaidOnceAsync(PagoClient marketplace, SandboxControls sandbox, string id)
    {
        await marketplace.UntilAsync(id, "Paid");
        var callbacks = await sandbox.CallbacksUntilAsync(id, "order.paid");
        // At least once means that a callback may be repeated; then it is the same one.
        Assert.Equal(
            ["order.approved", "order.payment_created", "order.paid"],
            callbacks.DistinctBy(callback => callback.Header("webhook-id")).Select(callback => callback.Type));
    }

    private static string Id(JsonObject body) => body.Text("event_id")!;

    private static IEnumerable<(string, string)> Storage(TestStore store) => store.Provider == StorageProvider.Sqlite
        ? []
        : store.Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!));
}
