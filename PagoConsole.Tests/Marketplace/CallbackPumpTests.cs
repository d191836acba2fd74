using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Marketplace;

public abstract class CallbackPumpTests(StorageProvider provider) : StoreTest(provider)
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "admin", new HashSet<Permission> { Permission.ManageJobs });
    private readonly FakeMarketplace marketplace = new();

    protected override Dictionary<string, string?> Settings => new() { ["Marketplace:CallbackUrl"] = "https://shop.example/callbacks" };

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton(new CallbackPatience { Real = Time, Answer = TimeSpan.FromSeconds(1) });
        services.AddJournal().AddAlarms().AddMarketplace();
        services.AddHttpClient(CallbackSender.Client).ConfigurePrimaryHttpMessageHandler(() => marketplace);
    }

    [Fact]
    public async Task A_message_goes_to_the_configured_address_signed_and_word_for_word()
    {
        await WriteAsync("A", 1, body: """{"type": "order.paid", "note": "ñ 阿"}""");

        await WorkAsync();

        var callback = Assert.Single(marketplace.Received);
        Assert.Equal(("msg-A-1", """{"type": "order.paid", "note": "ñ 阿"}""", "https://shop.example/callbacks"), (callback.Id, callback.Body, callback.Address.ToString()));
        Assert.Equal($"{Time.GetUtcNow().ToUnixTimeSeconds()}", callback.Timestamp);
        Assert.True(Signatures.CallbackIsGenuine(SandboxControls.CallbackSecret, callback.Id, callback.Timestamp, callback.Body, callback.Signature));
        var message = await MessageAsync("A", 1);
        Assert.Equal((OutboxState.Delivered, 1, "204", null), (message.State, message.Attempts, message.LastAnswer, message.LeaseToken));
        Assert.Equal(Time.GetUtcNow(), message.EndedAt);
    }

    [Fact]
    public async Task Messages_of_an_order_come_one_after_the_other_and_orders_side_by_side()
    {
        foreach (var sequence in Enumerable.Range(1, 3))
            foreach (var order in (string[])["A", "B", "C"]) await WriteAsync(order, sequence);

        while (await WorkAsync())
        {
        }

        Assert.Equal(9, marketplace.Received.Count);
        foreach (var order in (string[])["A", "B", "C"])
            Assert.Equal([$"{order} 1", $"{order} 2", $"{order} 3"], marketplace.Bodies.Where(body => body.StartsWith(order, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_that_fails_holds_back_the_later_ones_of_its_order_only()
    {
        marketplace.Answer = callback => callback.Body == "A 1" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK;
        await WriteAsync("A", 1);
        await WriteAsync("A", 2);
        await WriteAsync("B", 1);

        while (await WorkAsync())
        {
        }

        Assert.Equal(["A 1", "B 1"], marketplace.Bodies.Order());
        marketplace.Answer = _ => HttpStatusCode.OK;
        Time.Advance(TimeSpan.FromSeconds(3));
        while (await WorkAsync())
        {
        }

        Assert.Equal(["A 1", "A 2"], marketplace.Bodies.Skip(2));
        Assert.Single(marketplace.Received.Where(callback => callback.Body == "A 1").Select(callback => callback.Id).Distinct());
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "500")]
    [InlineData(HttpStatusCode.Found, "302")]
    [InlineData(HttpStatusCode.NotFound, "404")]
    [InlineData(null, "timeout")]
    public async Task Whatever_is_no_2xx_is_tried_again(HttpStatusCode? answer, string kept)
    {
        marketplace.Answer = _ => answer;
        await WriteAsync("A", 1);

        await WorkAsync();

        var message = await MessageAsync("A", 1);
        Assert.Equal((OutboxState.Waiting, 1, kept, null), (message.State, message.Attempts, message.LastAnswer, message.LeaseToken));
        Assert.InRange(message.NextAttemptAt - Time.GetUtcNow(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task A_410_parks_at_once_and_lets_the_later_ones_pass()
    {
        marketplace.Answer = callback => callback.Body == "A 1" ? HttpStatusCode.Gone : HttpStatusCode.OK;
        await WriteAsync("A", 1);
        await WriteAsync("A", 2);

        while (await WorkAsync())
        {
        }

        Assert.Equal(OutboxState.Parked, (await MessageAsync("A", 1)).State);
        Assert.Equal(OutboxState.Delivered, (await MessageAsync("A", 2)).State);
        Assert.Equal(["callback.parked"], await KindsAsync("order/A"));
        Assert.Equal(1, await CountAsync<Alarm>(alarm => alarm.Kind == AlarmKind.CallbackParked));
    }

    [Fact]
    public async Task After_three_days_a_message_is_parked_and_one_alarm_raised_for_all()
    {
        marketplace.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await WriteAsync("A", 1);
        await WriteAsync("B", 1);
        var deadline = Time.GetUtcNow().AddDays(3);

        var tries = 0;
        while ((await MessageAsync("A", 1)).State == OutboxState.Waiting)
        {
            await WorkAsync();
            tries++;
            var next = (await MessageAsync("A", 1)).NextAttemptAt;
            Assert.True(next <= deadline);
            if (next > Time.GetUtcNow()) Time.Advance(TimeSpan.FromMinutes(65) < deadline - Time.GetUtcNow() ? TimeSpan.FromMinutes(65) : deadline - Time.GetUtcNow());
        }

        Assert.Equal(deadline, Time.GetUtcNow());
        Assert.InRange(tries, 60, 90);
        Assert.Equal(OutboxState.Parked, (await MessageAsync("B", 1)).State);
        Assert.Equal(1, await CountAsync<Alarm>(alarm => alarm.Kind == AlarmKind.CallbackParked));
    }

    [Fact]
    public async Task What_a_dead_process_had_claimed_is_sent_again_under_the_same_id()
    {
        await WriteAsync("A", 1);
        Assert.Single(await Get<CallbackClaims>().TakeAsync(100, Ct));

        Assert.False(await WorkAsync());
        Time.Advance(TimeSpan.FromSeconds(12));
        Assert.True(await WorkAsync());

        Assert.Equal("msg-A-1", Assert.Single(marketplace.Received).Id);
    }

    [Fact]
    public async Task A_result_whose_claim_has_run_out_does_not_count()
    {
        await WriteAsync("A", 1);
        var late = await Get<CallbackClaims>().TakeAsync(100, Ct);
        Time.Advance(TimeSpan.FromSeconds(12));
        var next = await Get<CallbackClaims>().TakeAsync(100, Ct);

        await Get<RecordCallback>().RunAsync([new CallbackOutcome(late[0], CallbackEnd.Delivered, "200")], Ct);
        Assert.Equal((OutboxState.Waiting, next[0].LeaseToken), ((await MessageAsync("A", 1)).State, (await MessageAsync("A", 1)).LeaseToken));

        await Get<RecordCallback>().RunAsync([new CallbackOutcome(next[0], CallbackEnd.Delivered, "200")], Ct);
        Assert.Equal((OutboxState.Delivered, 1), ((await MessageAsync("A", 1)).State, (await MessageAsync("A", 1)).Attempts));
    }

    [Fact]
    public async Task Two_nodes_send_each_message_once()
    {
        foreach (var n in Enumerable.Range(1, 40)) await WriteAsync($"order-{n}", 1);
        await using var other = Build();

        await Task.WhenAll(WorkAsync(), PumpOf(other).WorkAsync(Ct), WorkAsync(), PumpOf(other).WorkAsync(Ct));

        Assert.Equal(40, marketplace.Received.Count);
        Assert.Equal(40, marketplace.Bodies.Distinct().Count());
    }

    [Fact]
    public async Task What_cannot_be_ended_within_its_claim_is_not_begun()
    {
        await WriteAsync("A", 1);
        var claimed = (await Get<CallbackClaims>().TakeAsync(100, Ct))[0];
        Time.Advance(TimeSpan.FromSeconds(11.5));

        var outcome = await Get<CallbackSender>().SendAsync(claimed, Ct);
        await Get<RecordCallback>().RunAsync([outcome], Ct);

        Assert.Equal(CallbackEnd.NotSent, outcome.End);
        Assert.Empty(marketplace.Received);
        Assert.Equal((OutboxState.Waiting, 0, null), ((await MessageAsync("A", 1)).State, (await MessageAsync("A", 1)).Attempts, (await MessageAsync("A", 1)).LeaseToken));
    }

    [Fact]
    public async Task A_parked_message_can_be_sent_again_as_another_delivery()
    {
        marketplace.Answer = _ => HttpStatusCode.Gone;
        await WriteAsync("A", 1);
        await WorkAsync();
        marketplace.Answer = _ => HttpStatusCode.OK;

        Assert.Equal(RefusalCode.NotFound, (await Get<SendCallbackAgain>().RunAsync("msg-never", Admin, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SendCallbackAgain>().RunAsync("msg-A-1", Actor.Job("x"), Ct)).Refusal!.Code);
        Assert.True((await Get<SendCallbackAgain>().RunAsync("msg-A-1", Admin, Ct)).Done);
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<SendCallbackAgain>().RunAsync("msg-A-1", Admin, Ct)).Refusal!.Code);
        await WorkAsync();

        Assert.Equal(OutboxState.Parked, (await MessageAsync("A", 1)).State);
        Assert.Equal(OutboxState.Delivered, (await MessageAsync("A", 1, delivery: 2)).State);
        Assert.Equal(["msg-A-1", "msg-A-1"], marketplace.Received.Select(callback => callback.Id));
        Assert.Equal(["callback.parked", "callback.sent_again"], await KindsAsync("order/A"));
    }

    private static Pump PumpOf(IServiceProvider services) => services.GetServices<IHostedService>().OfType<CallbackPump>().Single();

    private Task<bool> WorkAsync() => Get<IEnumerable<IHostedService>>().OfType<CallbackPump>().Single().WorkAsync(Ct);

    private Task WriteAsync(string orderId, int sequence, string? body = null) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Db.Add(new OutboxMessage
            {
                MessageId = $"msg-{orderId}-{sequence}",
                OrderId = orderId,
                Sequence = sequence,
                Type = CallbackType.Paid,
                Body = body ?? $"{orderId} {sequence}",
                CreatedAt = tx.Now,
                NextAttemptAt = OutboxMessage.AtOnce,
            });
            return Task.CompletedTask;
        },
        Ct);

    private async Task<OutboxMessage> MessageAsync(string orderId, int sequence, int delivery = 1)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<OutboxMessage>().SingleAsync(m => m.OrderId == orderId && m.Sequence == sequence && m.Delivery == delivery, Ct);
    }

    private async Task<IEnumerable<string>> KindsAsync(string stream)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<JournalEntry>().Where(e => e.Stream == stream).OrderBy(e => e.Position).Select(e => e.Kind).ToListAsync(Ct);
    }

    private async Task<int> CountAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<T>().CountAsync(which, Ct);
    }
}

public sealed class SqliteCallbackPumpTests() : CallbackPumpTests(StorageProvider.Sqlite);

public sealed class PostgresCallbackPumpTests() : CallbackPumpTests(StorageProvider.Postgres);
