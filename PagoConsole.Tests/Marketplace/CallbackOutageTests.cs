using System.Net;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Marketplace;

public abstract class CallbackOutageTests(StorageProvider provider) : CallbackStoreTest(provider)
{
    [Fact]
    public async Task A_marketplace_that_is_down_is_left_alone_and_what_waits_uses_up_no_tries()
    {
        Shop.Answer = _ => HttpStatusCode.ServiceUnavailable;
        foreach (var n in Enumerable.Range(1, 60)) await WriteAsync($"order-{n}");

        await WorkOffAsync();

        // Those that were under way when it opened have failed; the others were not begun.
        Assert.InRange(Shop.Received.Count, 5, 5 + new CallbackPatience().AtOnce);
        var tried = Shop.Received.Count;
        for (var second = 0; second < 4; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await WorkOffAsync();
        }

        Assert.Equal(tried, Shop.Received.Count);
        Time.Advance(TimeSpan.FromSeconds(1));
        await WorkOffAsync();
        Assert.Equal(tried + 1, Shop.Received.Count);
        Assert.Equal(tried + 1, await CountAsync<CallbackAttempt>());
    }

    [Fact]
    public async Task As_soon_as_one_is_taken_all_go()
    {
        Shop.Answer = _ => HttpStatusCode.ServiceUnavailable;
        foreach (var n in Enumerable.Range(1, 60)) await WriteAsync($"order-{n}");
        await WorkOffAsync();
        Shop.Answer = _ => HttpStatusCode.OK;

        Time.Advance(TimeSpan.FromSeconds(6));
        await WorkOffAsync();

        foreach (var n in Enumerable.Range(1, 60)) Assert.Equal(OutboxState.Delivered, (await MessageAsync($"order-{n}")).State);
    }

    [Fact]
    public async Task Three_days_pass_while_it_is_down_and_then_messages_are_parked_without_another_try()
    {
        Shop.Answer = _ => HttpStatusCode.ServiceUnavailable;
        foreach (var n in Enumerable.Range(1, 150)) await WriteAsync($"order-{n}");
        await WorkOffAsync();
        Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        await WorkOffAsync();
        var tried = Shop.Received.Count;
        await WriteAsync("young");

        Time.Advance(TimeSpan.FromMinutes(1));
        Get<CallbackCircuit>().Observe("x", "503");
        await WorkOffAsync();

        Assert.Equal(tried, Shop.Received.Count);
        foreach (var n in Enumerable.Range(1, 150)) Assert.Equal(OutboxState.Parked, (await MessageAsync($"order-{n}")).State);
        Assert.Equal("circuit_open", (await MessageAsync("order-150")).LastAnswer);
        Assert.Equal(OutboxState.Waiting, (await MessageAsync("young")).State);
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        Assert.Equal([AlarmKind.CallbackParked, AlarmKind.MarketplaceDown], (await db.Set<Alarm>().Select(a => a.Kind).ToListAsync(Ct)).Order());
    }

    [Fact]
    public async Task Tries_of_long_ago_are_forgotten()
    {
        await WriteAsync("A");
        await WorkOffAsync();
        Assert.Equal(1, await CountAsync<CallbackAttempt>());

        Time.Advance(TimeSpan.FromDays(90) + TimeSpan.FromMilliseconds(1));
        await WorkOffAsync();

        Assert.Equal(0, await CountAsync<CallbackAttempt>());
    }
}

public sealed class SqliteCallbackOutageTests() : CallbackOutageTests(StorageProvider.Sqlite);

public sealed class PostgresCallbackOutageTests() : CallbackOutageTests(StorageProvider.Postgres);
