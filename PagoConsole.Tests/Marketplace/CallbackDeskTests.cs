using System.Net;
using System.Text.Json.Nodes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Marketplace;

public abstract class CallbackDeskTests(StorageProvider provider) : CallbackStoreTest(provider)
{
    private static readonly Actor Analyst = new(ActorKind.Person, "analyst", "analyst", new HashSet<Permission> { Permission.SeeOrders });

    [Fact]
    public async Task Every_try_is_kept_with_its_answer()
    {
        Shop.Answer = _ => HttpStatusCode.InternalServerError;
        Shop.Says = "no stock today";
        await WriteAsync("A");
        await WorkOffAsync();
        Shop.Answer = _ => HttpStatusCode.OK;
        Time.Advance(TimeSpan.FromSeconds(3));
        await WorkOffAsync();

        var file = (await Get<CallbackList>().FileAsync((await MessageAsync("A")).Id, Analyst, Ct)).Value;

        Assert.Equal([(1, 500), (2, 200)], file.Attempts.Select(a => (a.Number, a.Status!.Value)));
        Assert.Equal("no stock today", file.Attempts[0].Answer);
        Assert.All(file.Attempts, attempt => Assert.True(Signatures.CallbackIsGenuine(
            SandboxControls.CallbackSecret, file.Message.MessageId, $"{attempt.At.ToUnixTimeSeconds()}", file.Message.Body, attempt.Signature)));
    }

    [Fact]
    public async Task One_sent_again_is_linked_to_the_old_one_which_stays_as_it_ended()
    {
        await ParkAsync("A");
        var before = await MessageAsync("A");

        Assert.True((await Get<SendCallbackAgain>().RunAsync("msg-A-1", Admin, Ct)).Done);
        await WorkOffAsync();

        var file = (await Get<CallbackList>().FileAsync(before.Id, Analyst, Ct)).Value;
        Assert.Equal([OutboxState.Parked, OutboxState.Delivered], file.Deliveries.Select(d => d.State));
        Assert.Equal((before.EndedAt, before.Attempts, before.LastAnswer), (file.Message.EndedAt, file.Message.Attempts, file.Message.LastAnswer));
        Assert.Single(Shop.Received.Select(callback => (callback.Id, callback.Body)).Distinct());
        Assert.Equal(0, await Get<CallbackList>().CountAsync(new(OutboxState.Parked), Ct));
    }

    [Fact]
    public async Task One_sent_again_has_three_days_of_its_own_and_holds_back_nothing_new()
    {
        await ParkAsync("A");
        Time.Advance(TimeSpan.FromDays(10));
        Shop.Answer = callback => callback.Body == "A 1" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK;
        await Get<SendCallbackAgain>().RunAsync("msg-A-1", Admin, Ct);
        await WorkOffAsync();

        await WriteAsync("A", 2);
        await WorkOffAsync();

        Assert.Equal(OutboxState.Delivered, (await MessageAsync("A", 2)).State);
        Assert.Equal(OutboxState.Waiting, (await MessageAsync("A", 1, delivery: 2)).State);
    }

    [Fact]
    public async Task Two_who_ask_at_once_make_one_delivery()
    {
        await ParkAsync("A");

        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Get<SendCallbackAgain>().RunAsync("msg-A-1", Admin, Ct)));

        Assert.Single(asked, result => result.Done);
        Assert.Equal(2, await CountAsync<OutboxMessage>());
    }

    [Fact]
    public async Task All_of_a_filter_are_sent_again()
    {
        string[] orders = [.. Enumerable.Range(1, 120).Select(n => $"order-{n}")];
        await ParkAsync(orders);
        await WriteAsync("fine");
        await WorkOffAsync();
        var parked = new CallbackFilter(OutboxState.Parked);
        Assert.Equal(120, await Get<CallbackList>().CountEndedAsync(parked, Ct));

        Assert.Equal(RefusalCode.NotAllowed, (await Get<SendManyAgain>().StartAsync(parked, Analyst, Ct)).Refusal!.Code);
        var run = (await Get<SendManyAgain>().StartAsync(parked, Admin, Ct)).Value;
        await run.Completion;
        await WorkOffAsync();

        Assert.Equal((120, 120, false), (run.Seen, run.Did, run.Working));
        Assert.Equal(0, await Get<CallbackList>().CountAsync(parked, Ct));
        foreach (var order in orders) Assert.Equal(OutboxState.Delivered, (await MessageAsync(order, delivery: 2)).State);
        Assert.Equal(241, Shop.Received.Count);
    }

    [Fact]
    public async Task The_list_goes_by_pages_and_filters()
    {
        foreach (var n in Enumerable.Range(1, 60)) await WriteAsync($"order-{n}", type: n % 2 == 0 ? CallbackType.Paid : CallbackType.Expired);
        var list = Get<CallbackList>();

        var first = (await list.ReadAsync(new(), null, Analyst, Ct)).Value;
        var second = (await list.ReadAsync(new(), first.Next, Analyst, Ct)).Value;

        Assert.Equal(Enumerable.Range(1, 60).Reverse().Select(n => $"order-{n}"), first.Rows.Concat(second.Rows).Select(row => row.OrderId));
        Assert.Null(second.Next);
        Assert.Equal(30, (await list.ReadAsync(new(Type: CallbackType.Paid), null, Analyst, Ct)).Value.Rows.Count);
        Assert.Equal("order-7", Assert.Single((await list.ReadAsync(new(OrderId: "order-7"), null, Analyst, Ct)).Value.Rows).OrderId);
        Assert.Empty((await list.ReadAsync(new(From: Time.GetUtcNow().AddSeconds(1)), null, Analyst, Ct)).Value.Rows);
        Assert.Equal(RefusalCode.NotAllowed, (await list.ReadAsync(new(), null, Actor.Job("x"), Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task A_test_is_signed_belongs_to_no_order_and_shows_its_answer()
    {
        Shop.Answer = _ => HttpStatusCode.Unauthorized;
        Shop.Says = "who are you";

        var test = (await Get<SendTestCallback>().RunAsync(Admin, Ct)).Value;

        Assert.Equal((401, false, "who are you"), (test.Answer.Status, test.Answer.Taken, test.Answer.Excerpt));
        var sent = Assert.Single(Shop.Received);
        Assert.Equal("test.ping", JsonNode.Parse(sent.Body).Text("type"));
        Assert.True(Signatures.CallbackIsGenuine(SandboxControls.CallbackSecret, sent.Id, sent.Timestamp, sent.Body, sent.Signature));
        Assert.Equal(0, await CountAsync<OutboxMessage>());
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SendTestCallback>().RunAsync(Analyst, Ct)).Refusal!.Code);
    }
}

public sealed class SqliteCallbackDeskTests() : CallbackDeskTests(StorageProvider.Sqlite);

public sealed class PostgresCallbackDeskTests() : CallbackDeskTests(StorageProvider.Postgres);
