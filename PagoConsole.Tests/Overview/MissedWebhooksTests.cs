using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Overview;

public sealed class MissedWebhooksTestsOnSqlite() : MissedWebhooksTests(StorageProvider.Sqlite);

public sealed class MissedWebhooksTestsOnPostgres() : MissedWebhooksTests(StorageProvider.Postgres);

/// <summary>Gaps in PagoEfectivo's webhooks: seen by the hour, and told when they become many.</summary>
public abstract class MissedWebhooksTests(StorageProvider provider) : OverviewDesk(provider)
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Fact]
    public async Task Each_hour_tells_how_many_were_found_by_asking()
    {
        await HappenAsync(told: 3, found: 2);
        var hour = Time.GetUtcNow();

        var view = (await Get<MissedWebhooks>().ReadAsync(Analyst, Ct)).Value;

        Assert.Equal(MissedWebhooks.Days, view.Days.Count);
        Assert.Equal(new MissedHour(5, 2), view.Days[0].Hours[(hour - Lima.StartOf(Lima.DayOf(hour))).Hours]);
        Assert.Equal(5, view.Days.Sum(day => day.Hours.Sum(h => h.Found)));
    }

    [Fact]
    public async Task A_share_that_is_too_large_raises_one_alarm_that_clears_itself()
    {
        await HappenAsync(told: 5, found: 6);
        await WatchAsync();
        await WatchAsync();

        var alarm = Assert.Single(await OpenAsync());
        Assert.Equal((AlarmKind.WebhooksMissing, 2), (alarm.Kind, alarm.Times));

        Time.Advance(TimeSpan.FromHours(3));
        await WatchAsync();
        Assert.Empty(await OpenAsync());
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(45, 6)]
    public async Task A_few_are_chance_and_a_small_share_is_everyday(int told, int found)
    {
        await HappenAsync(told, found);

        await WatchAsync();

        Assert.Empty(await OpenAsync());
    }

    private async Task HappenAsync(int told, int found)
    {
        for (var i = 0; i < told; i++)
        {
            var placed = await PlaceAsync(NewOrder());
            await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, $"tx_{placed.OrderId}"));
        }

        await SettleDownAsync();
        for (var i = 0; i < found; i++)
        {
            var placed = await PlaceAsync(NewOrder());
            Pago.Pay(placed.Payment!.PaymentId, $"tx_{placed.OrderId}", Price);
        }

        Time.Advance(TimeSpan.FromMinutes(6));
        await Get<PollPayments>().RunAsync(Time.GetUtcNow(), Ct);
    }

    private Task<MissedHour> WatchAsync() => Get<WatchWebhooks>().RunAsync(Time.GetUtcNow(), Ct);

    private Task<List<Alarm>> OpenAsync() => ReadAsync(db => db.Set<Alarm>().Where(alarm => alarm.Kind == AlarmKind.WebhooksMissing && alarm.AcknowledgedAt == null).ToListAsync(Ct));
}
