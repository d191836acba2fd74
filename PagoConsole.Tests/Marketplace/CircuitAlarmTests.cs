using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Marketplace;

public sealed class CircuitAlarmTestsOnSqlite() : CircuitAlarmTests(StorageProvider.Sqlite);

public sealed class CircuitAlarmTestsOnPostgres() : CircuitAlarmTests(StorageProvider.Postgres);

/// <summary>A marketplace that goes down is told once, with what waits, and cleared when it is back.</summary>
public abstract class CircuitAlarmTests(StorageProvider provider) : CallbackStoreTest(provider)
{
    [Fact]
    public async Task One_alarm_for_one_opening_with_what_waits()
    {
        await GoDownAsync(30);
        Time.Advance(TimeSpan.FromSeconds(6));
        await WorkOffAsync();
        await WorkOffAsync();

        var alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal((AlarmKind.MarketplaceDown, AlarmSeverity.Critical, 1), (alarm.Kind, alarm.Severity, alarm.Times));
        Assert.Equal(["30", "503"], alarm.Details);
        Assert.NotNull(alarm.OpenKey);
    }

    [Fact]
    public async Task It_is_cleared_when_the_marketplace_is_back_and_raised_anew_when_it_goes_down_again()
    {
        await GoDownAsync(10);
        Shop.Answer = _ => HttpStatusCode.OK;
        Time.Advance(TimeSpan.FromSeconds(6));
        await WorkOffAsync();

        var cleared = Assert.Single(await AlarmsAsync());
        Assert.Equal((null, "job:callbacks"), (cleared.OpenKey, cleared.AcknowledgedBy));
        Assert.Contains("alarm.cleared", await KindsAsync());

        await GoDownAsync(10, "later");
        Assert.Equal([false, true], (await AlarmsAsync()).Select(alarm => alarm.OpenKey is not null).Order());
    }

    [Fact]
    public async Task Acknowledged_while_it_is_down_it_is_not_raised_for_the_same_opening()
    {
        await GoDownAsync(10);
        await Get<AcknowledgeAlarm>().RunAsync(
            (await AlarmsAsync()).Single().AlarmId, new(Core.Foundation.ActorKind.Person, "a", "a", Enum.GetValues<Core.Foundation.Permission>().ToHashSet()), Ct);

        for (var i = 0; i < 4; i++)
        {
            Time.Advance(TimeSpan.FromMinutes(2));
            await WorkOffAsync();
        }

        Assert.Equal("person:a", Assert.Single(await AlarmsAsync()).AcknowledgedBy);
    }

    [Fact]
    public async Task A_process_that_starts_afterwards_clears_it_with_the_first_message_taken()
    {
        await GoDownAsync(10);
        Shop.Answer = _ => HttpStatusCode.OK;
        Time.Advance(TimeSpan.FromMinutes(1));

        await using var next = Build();
        var pump = next.GetServices<IHostedService>().OfType<CallbackPump>().Single();
        await pump.WorkAsync(Ct);
        while (await pump.WorkAsync(Ct))
        {
        }

        Assert.Null((await AlarmsAsync()).Single().OpenKey);
    }

    private async Task GoDownAsync(int orders, string name = "order")
    {
        Shop.Answer = _ => HttpStatusCode.ServiceUnavailable;
        foreach (var n in Enumerable.Range(1, orders)) await WriteAsync($"{name}-{n}");
        await WorkOffAsync();
    }

    private async Task<List<Alarm>> AlarmsAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<Alarm>().AsNoTracking().ToListAsync(Ct);
    }

    private async Task<List<string>> KindsAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<JournalEntry>().Select(e => e.Kind).ToListAsync(Ct);
    }
}
