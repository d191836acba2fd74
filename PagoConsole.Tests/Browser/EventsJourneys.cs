using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class EventsJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task Deliveries_appear_by_themselves_with_what_they_did() => browser.VisitAsync(async visit =>
    {
        var feed = await EventsFeed.OpenAsync(visit);

        var unknown = await SendAsync();

        await Assertions.Expect(feed.LineOf(unknown)).ToContainTextAsync("Unknown payment");
        var forged = await browser.PagoEfectivo.SendUnsignedAsync("{}");
        forged.Expect(401);
        await Assertions.Expect(feed.Lines.Filter(new() { HasText = "Bad signature" }).First).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_feed_is_filtered_by_verdict_and_the_link_keeps_it() => browser.VisitAsync(async visit =>
    {
        var feed = await EventsFeed.OpenAsync(visit);
        var unknown = await SendAsync();
        var strange = await SendAsync("payment.chargeback");
        await Assertions.Expect(feed.LineOf(unknown)).ToBeVisibleAsync();
        await Assertions.Expect(feed.LineOf(strange)).ToBeVisibleAsync();

        await feed.FilterAsync("Unknown type");

        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("verdict="));
        await Assertions.Expect(feed.LineOf(strange)).ToBeVisibleAsync();
        await Assertions.Expect(feed.LineOf(unknown)).ToHaveCountAsync(0);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(feed.LineOf(strange)).ToBeVisibleAsync();
        await Assertions.Expect(feed.LineOf(unknown)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_paused_feed_stands_still_and_counts() => browser.VisitAsync(async visit =>
    {
        var feed = await EventsFeed.OpenAsync(visit);
        var before = await SendAsync();
        await Assertions.Expect(feed.LineOf(before)).ToBeVisibleAsync();

        await feed.PauseAsync();
        var meanwhile = await SendAsync();
        await Assertions.Expect(feed.NewWhilePaused).ToBeVisibleAsync();
        await Assertions.Expect(feed.LineOf(meanwhile)).ToHaveCountAsync(0);

        await feed.ResumeAsync();
        await Assertions.Expect(feed.LineOf(meanwhile)).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_delivery_shows_its_raw_body_headers_and_signature() => browser.VisitAsync(async visit =>
    {
        var feed = await EventsFeed.OpenAsync(visit);
        var eventId = await SendAsync();

        await feed.OpenDetailAsync(eventId);

        await Assertions.Expect(feed.Detail).ToContainTextAsync("Valid");
        await Assertions.Expect(feed.Raw("Raw body")).ToContainTextAsync(eventId);
        await Assertions.Expect(feed.Raw("Headers")).ToContainTextAsync(new Regex("[Xx]-[Ss]ignature"));
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("seq="));
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(feed.Detail).ToHaveCountAsync(0);
    });

    [Fact]
    public Task After_a_lost_connection_the_feed_catches_up() => browser.VisitAsync(async visit =>
    {
        var feed = await EventsFeed.OpenAsync(visit);
        var before = await SendAsync();
        await Assertions.Expect(feed.LineOf(before)).ToBeVisibleAsync();

        await visit.Page.Context.SetOfflineAsync(true);
        var meanwhile = await SendAsync();
        await visit.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(feed.LineOf(meanwhile)).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(feed.LineOf(before)).ToBeVisibleAsync();
        visit.Forgive("disconnected");
        visit.Forgive("net::ERR_INTERNET_DISCONNECTED");
    });

    /// <summary>A good delivery about a payment that nobody knows; its event id.</summary>
    private async Task<string> SendAsync(string type = "payment.paid")
    {
        JsonObject body = WebhookSender.New(type, OrderJson.NewId("pay"), OrderJson.NewId()).With("data.amount", "10.00").With("data.currency", "PEN");
        (await browser.PagoEfectivo.SendAsync(body)).Expect(200);
        return body.Text("event_id")!;
    }
}
