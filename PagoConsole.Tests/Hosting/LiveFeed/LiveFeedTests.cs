using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using PagoConsole.Core.Foundation;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.LiveFeed;

/// <summary>The live feed for programs over real HTTP, as contract §6 has it.</summary>
public abstract class LiveFeedTests(FeedHost feed)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_followed_from_its_placing_to_its_payment()
    {
        await using var header = await FeedClient.ListenAsync(feed.Address, PagoClient.DemoKey);
        await using var address = await FeedClient.ListenAsync(feed.Address, PagoClient.DemoKey, inAddress: true);
        var marketplace = new PagoClient(() => feed.First.Http.BaseAddress!);
        var asked = OrderJson.New();
        var order = await marketplace.PayableAsync(asked);
        var (id, payment) = (PagoClient.Id(order), PagoClient.PaymentId(order));
        (await Http.PostAsync(new Uri(feed.First.Http.BaseAddress!, $"/sandbox/payments/{payment}/pay"), new JsonObject())).Expect(200);

        var delivery = await header.UntilAsync("the delivery to be told", e => e.OrderId == id && e.Kind == "webhook.applied");
        var paid = await address.UntilAsync("the order to be told as paid", e => e.OrderId == id && e.Kind == "order.paid");

        Assert.Equal("Applied", delivery.Verdict);
        Assert.Equal(payment, delivery.Data.GetProperty("paymentId").GetString());
        Assert.Null(paid.Verdict);
        Assert.Equal("Paid", paid.Data.GetProperty("to").GetString());
        var seqs = header.Heard.Where(e => e.OrderId == id).Select(e => e.Seq).ToList();
        Assert.Equal(seqs.Order().Distinct(), seqs);
        Assert.Equal("order.placed", header.Heard.First(e => e.OrderId == id).Kind);
        var told = JsonSerializer.Serialize(header.Heard.Where(e => e.OrderId == id));
        foreach (var personal in (string[])["account.email", "account.phone", "account.documentNumber", "ip"])
            Assert.DoesNotContain(asked.Text(personal)!, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Who_comes_back_with_the_last_number_misses_nothing_and_hears_nothing_twice(HttpTransportType transport)
    {
        var id = OrderJson.NewId("F");
        long last;
        await using (var before = await FeedClient.ListenAsync(feed.Address, PagoClient.DemoKey, transport: transport))
        {
            foreach (var n in Enumerable.Range(0, 5)) await feed.HappenAsync(id, details: $"{n}");
            last = (await before.UntilAsync("the fifth to be told", e => e.OrderId == id && Details(e) == "4")).Seq;
        }

        foreach (var n in Enumerable.Range(5, 5)) await feed.HappenAsync(id, details: $"{n}");
        await using var again = await FeedClient.ListenAsync(feed.Address, PagoClient.DemoKey, last, transport);
        foreach (var n in Enumerable.Range(10, 5)) await feed.HappenAsync(id, details: $"{n}");

        await again.UntilAsync("the last to be told", e => e.OrderId == id && Details(e) == "14");
        Assert.Equal(Enumerable.Range(5, 10).Select(n => $"{n}"), again.Heard.Where(e => e.OrderId == id).Select(Details));
        Assert.DoesNotContain(again.Heard, e => e.Seq <= last);
    }

    [Fact]
    public async Task From_nought_on_all_of_the_past_is_told()
    {
        var id = OrderJson.NewId("F");
        foreach (var n in Enumerable.Range(0, 3)) await feed.HappenAsync(id, details: $"{n}");
        await using var listener = await FeedClient.ListenAsync(feed.Address, PagoClient.DemoKey, after: 0);

        await listener.UntilAsync("the past to be told", e => e.OrderId == id && Details(e) == "2");

        Assert.Equal(["0", "1", "2"], listener.Heard.Where(e => e.OrderId == id).Select(Details));
    }

    [Theory]
    [InlineData(null, null, "", HttpStatusCode.Unauthorized)]
    [InlineData("wrong", null, "", HttpStatusCode.Unauthorized)]
    [InlineData(null, "wrong", "", HttpStatusCode.Unauthorized)]
    [InlineData(PagoClient.DemoKey, null, "", HttpStatusCode.OK)]
    [InlineData(null, PagoClient.DemoKey, "", HttpStatusCode.OK)]
    [InlineData(PagoClient.DemoKey, null, "&after=-1", HttpStatusCode.BadRequest)]
    [InlineData(PagoClient.DemoKey, null, "&after=x", HttpStatusCode.BadRequest)]
    [InlineData("wrong", null, "&after=x", HttpStatusCode.Unauthorized)]
    public async Task The_door_of_the_feed(string? bearer, string? token, string query, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hubs/events/negotiate?negotiateVersion=1{(token is null ? "" : $"&access_token={token}")}{query}");
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await feed.Second.Http.SendAsync(request, Ct);

        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.OK) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_key_without_the_scope_is_403_and_one_that_is_revoked_loses_its_connection()
    {
        var other = await feed.IssueAsync(Permission.ApiOrdersRead, Permission.ApiOrdersWrite, Permission.ApiEventsWrite, Permission.ApiEvidenceRead);
        var own = await feed.IssueAsync(Permission.ApiEventsRead);
        await Eventually.IsTrueAsync("the new keys to be known", async () => await StatusAsync(own.Secret) == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(other.Secret));
        await using var listener = await FeedClient.ListenAsync(feed.Address, own.Secret);
        await feed.RevokeAsync(own.Key.KeyId);

        Assert.Contains("the API key holds no longer", await listener.EndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_does_not_take_its_events_is_told_so_and_costs_the_others_nothing()
    {
        var id = OrderJson.NewId("F");
        var large = new string('x', 250_000);
        await using var quick = await FeedClient.ListenAsync(feed.Address, PagoClient.DemoKey);
        await using var slow = await SlowReader.ConnectAsync(feed.Address, PagoClient.DemoKey);
        using var ended = new EndedReaders();
        for (var n = 0; ended.Slow == 0; n++)
        {
            Assert.True(n < 1000, "Nobody was found to be slow.");
            await feed.HappenAsync(id, details: $"{n} {large}");
            await quick.UntilAsync($"number {n} to be told to the quick one", e => e.OrderId == id && Details(e)!.StartsWith($"{n} ", StringComparison.Ordinal));
        }

        Assert.Contains("too slow", await slow.ReadToEndAsync(Ct), StringComparison.Ordinal);
        await feed.HappenAsync(id, details: "after it");
        await quick.UntilAsync("the quick one to go on", e => e.OrderId == id && Details(e) == "after it");
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/events/negotiate?negotiateVersion=1") { Headers = { Authorization = new("Bearer", key) } };
        using var answer = await feed.Second.Http.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private static string? Details(HeardEvent e) => e.Data.TryGetProperty("details", out var details) ? details.ToString() : null;
}

public sealed class SqliteLiveFeedTests(SqliteFeed feed) : LiveFeedTests(feed), IClassFixture<SqliteFeed>;

public sealed class PostgresLiveFeedTests(PostgresFeed feed) : LiveFeedTests(feed), IClassFixture<PostgresFeed>;
