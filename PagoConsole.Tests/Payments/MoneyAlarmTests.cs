using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

public sealed class MoneyAlarmTestsOnSqlite() : MoneyAlarmTests(StorageProvider.Sqlite);

public sealed class MoneyAlarmTestsOnPostgres() : MoneyAlarmTests(StorageProvider.Postgres);

/// <summary>Which alarms money raises, and who may take note of them.</summary>
public abstract class MoneyAlarmTests(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Fact]
    public async Task Late_payments_of_a_day_are_one_alarm_with_a_count()
    {
        for (var i = 0; i < 3; i++) await PayLateAsync();

        var alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal((AlarmKind.LateMoney, "2026-11-22", 3, Permission.SeeMoney), (alarm.Kind, alarm.Subject, alarm.Times, alarm.Audience));

        Time.Advance(TimeSpan.FromHours(12)); // midnight in Lima: another day
        await PayLateAsync();
        Assert.Equal(["2026-11-22", "2026-11-23"], (await AlarmsAsync()).Select(a => a.Subject));
    }

    [Fact]
    public async Task Taken_note_of_the_next_late_payment_raises_it_again()
    {
        await PayLateAsync();
        var first = Assert.Single(await AlarmsAsync());
        Assert.True((await Get<AcknowledgeAlarm>().RunAsync(first.AlarmId, Person("finance"), Ct)).Done);
        Assert.Empty(await Get<AlarmList>().ReadAsync(Person("finance"), Ct));

        await PayLateAsync();

        Assert.Equal(1, Assert.Single(await Get<AlarmList>().ReadAsync(Person("finance"), Ct)).Times);
    }

    [Fact]
    public async Task Other_money_that_does_not_settle_is_an_alarm_of_its_own()
    {
        for (var i = 0; i < 2; i++)
        {
            var placed = await PlaceAsync(NewOrder());
            await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(100m, Currency.Pen), $"tx_{i}"));
        }

        await SettleDownAsync();

        Assert.Equal([AlarmKind.MoneyCase, AlarmKind.MoneyCase], (await AlarmsAsync()).Select(a => a.Kind));
    }

    [Fact]
    public async Task Another_payment_for_the_order_cancels_it_and_raises_an_alarm()
    {
        Pago.Mishaps.Enqueue(Mishap.OtherPayment);

        var placed = await PlaceAsync(NewOrder());
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Cancelled, (await OrderAsync(placed.OrderId)).Status);
        var alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal((AlarmKind.OrderHasAnotherPayment, AlarmSeverity.Critical, placed.OrderId), (alarm.Kind, alarm.Severity, alarm.Subject));
    }

    [Fact]
    public async Task Whom_an_alarm_does_not_concern_may_not_take_note_of_it()
    {
        await PayLateAsync();
        var alarm = Assert.Single(await AlarmsAsync());
        var analyst = new Actor(ActorKind.Person, "ana", "ana", new HashSet<Permission> { Permission.AcknowledgeAlarms, Permission.SeeReviews });
        var auditor = new Actor(ActorKind.Person, "aud", "aud", new HashSet<Permission> { Permission.SeeMoney });

        Assert.Equal(RefusalCode.NotAllowed, (await Get<AcknowledgeAlarm>().RunAsync(alarm.AlarmId, analyst, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AcknowledgeAlarm>().RunAsync(alarm.AlarmId, auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<AcknowledgeAlarm>().RunAsync("alm_none", analyst, Ct)).Refusal?.Code);
        Assert.Null(Assert.Single(await AlarmsAsync()).AcknowledgedAt);

        Assert.True((await Get<AcknowledgeAlarm>().RunAsync(alarm.AlarmId, Person("finance"), Ct)).Done);
        Assert.NotNull(Assert.Single(await AlarmsAsync()).AcknowledgedAt);
    }

    private async Task PayLateAsync()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.expired", placed.Payment!.PaymentId));
        await SettleDownAsync();
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Price, $"tx_{placed.OrderId}"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.PaidLate, (await OrderAsync(placed.OrderId)).Status);
    }

    private Task<List<Alarm>> AlarmsAsync() => ReadAsync(db => db.Set<Alarm>().AsNoTracking().OrderBy(a => a.RaisedAt).ToListAsync(Ct));
}
