using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ReplayJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task Finance_tries_a_delivery_and_processes_it_for_real() => browser.VisitAsync(async visit =>
    {
        var order = await browser.Marketplace.PayableAsync();
        var (eventId, paymentId) = await TellOfUnknownAsync();
        var feed = await EventsFeed.OpenAsync(visit, "finance");
        await Assertions.Expect(feed.LineOf(eventId)).ToContainTextAsync("Unknown payment");
        await BecomesKnownAsync(PagoClient.Id(order), paymentId);
        await feed.OpenDetailAsync(eventId);

        await feed.Detail.GetByRole(AriaRole.Button, new() { Name = "Dry run" }).ClickAsync();
        await Assertions.Expect(feed.Detail.GetByRole(AriaRole.Region, new() { Name = "This would change" })).ToContainTextAsync("Awaiting payment → Paid");
        await feed.Detail.GetByRole(AriaRole.Button, new() { Name = "Process for real" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Why is it processed again?").FillAsync("Matched by hand");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Process for real" }).ClickAsync();

        await Assertions.Expect(feed.Detail.GetByRole(AriaRole.Region, new() { Name = "Done" })).ToContainTextAsync("order.paid");
        await Assertions.Expect(feed.Detail).ToContainTextAsync("Matched by hand");
        await browser.Sandbox.CallbacksUntilAsync(PagoClient.Id(order), "order.paid");
    });

    /// <summary>A good delivery about a payment that no order has yet.</summary>
    private async Task<(string EventId, string PaymentId)> TellOfUnknownAsync()
    {
        var paymentId = OrderJson.NewId("pay");
        JsonObject body = WebhookSender.New("payment.paid", paymentId, OrderJson.NewId()).With("data.amount", "129.90").With("data.currency", "PEN");
        (await browser.PagoEfectivo.SendAsync(body)).Expect(200);
        return (body.Text("event_id")!, paymentId);
    }

    /// <summary>As if the record of the order's payment had been lost, and was mended afterwards.</summary>
    private async Task BecomesKnownAsync(string orderId, string paymentId)
    {
        await using var db = new SqliteConnection($"Data Source={browser.Console.DatabasePath}");
        await db.OpenAsync();
        await using var mend = db.CreateCommand();
        mend.CommandText = "UPDATE payments SET payment_id = $payment WHERE order_id = $order";
        mend.Parameters.AddWithValue("$payment", paymentId);
        mend.Parameters.AddWithValue("$order", orderId);
        Assert.Equal(1, await mend.ExecuteNonQueryAsync());
    }
}
