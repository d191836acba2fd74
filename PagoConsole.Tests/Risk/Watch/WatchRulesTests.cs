using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Risk.Watch;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Risk.Counting;

namespace PagoConsole.Tests.Risk.Watch;

public sealed class WatchRulesOnSqlite() : WatchRulesTests(StorageProvider.Sqlite);

public sealed class WatchRulesOnPostgres() : WatchRulesTests(StorageProvider.Postgres);

/// <summary>After a publish: what is compared, and when somebody is told.</summary>
public abstract class WatchRulesTests(StorageProvider provider) : RuleDesk(provider)
{
    [Fact]
    public async Task Real_orders_before_and_after_a_publish_are_told_apart()
    {
        await HeldAsync();
        await PlacedAsync();
        Time.Advance(TimeSpan.FromDays(1));
        await UseAsync(Default("payment-limit"));
        await HeldAsync();
        await PlacedAsync();
        await PlacedAsync();
        await CountAsync();

        var view = await ViewAsync();

        Assert.Equal((2, 1), (view.Version.Version, view.Former?.Version));
        Assert.True(view.SameHours);
        Assert.Equal((new Portion(2, 1), new Portion(3, 0)), (view.Of(WatchedKind.Held).Before, view.Of(WatchedKind.Held).After));
        Assert.Equal(RateState.TooFew, view.Of(WatchedKind.Held).State);
        var rule = Assert.Single(view.Rules, rule => rule.Rule == "new-account-high-value");
        Assert.Equal((new Portion(2, 1), new Portion(3, 0)), (rule.Before, rule.After));
    }

    [Fact]
    public async Task People_who_decide_are_counted_apart_from_the_rules()
    {
        await UseAsync(RuleSet.Default);
        await DecideAsync(await HeldAsync(), approve: true);
        await DecideAsync(await HeldAsync(), approve: false);
        await DecideAsync(await HeldAsync(), approve: true);
        await CountAsync();

        Assert.Equal(new Portion(3, 2), (await ViewAsync()).Of(WatchedKind.Released).After);
    }

    [Fact]
    public async Task Until_a_day_has_passed_the_same_hours_are_compared()
    {
        await DaysBeforeAsync(perHour: 10, held: 1);
        await PublishAsync();
        Time.Advance(TimeSpan.FromHours(2.5));

        var (view, before) = (await ViewAsync(), 14 * 3 * 10);
        Time.Advance(TimeSpan.FromHours(24));
        var later = await ViewAsync();

        Assert.Equal((true, before), (view.SameHours, view.Of(WatchedKind.Held).Before.Of));
        Assert.Equal((false, 14 * 24 * 10), (later.SameHours, later.Of(WatchedKind.Held).Before.Of));
        Assert.Equal(16, later.Of(WatchedKind.Held).Points.Count);
    }

    [Fact]
    public async Task A_rate_that_leaves_its_band_raises_one_alarm_that_ends_when_it_is_back()
    {
        await DaysBeforeAsync(perHour: 10, held: 1);
        await PublishAsync();
        await HoursAfterAsync(1, orders: 99, held: 60);
        await WatchAsync();
        Assert.Empty(await OpenAsync()); // too few to say anything

        await HoursAfterAsync(2, orders: 101, held: 60);
        await WatchAsync();
        await WatchAsync();

        var alarm = Assert.Single(await OpenAsync());
        Assert.Equal(("2", 2, AlarmSeverity.Critical, Permission.ChangeRules), (alarm.Subject, alarm.Times, alarm.Severity, alarm.Audience));
        Assert.Equal(("40.0", "60.0", "0.0"), (alarm.Details[0], alarm.Details[3], alarm.Details[6]));

        await HoursAfterAsync(4, orders: 2000, held: 105);
        await WatchAsync();
        Assert.Empty(await OpenAsync());
        Assert.Equal(RateState.Inside, (await ViewAsync()).Of(WatchedKind.Held).State);
    }

    [Fact]
    public async Task Who_took_note_is_not_told_again_until_another_version()
    {
        await DaysBeforeAsync(perHour: 10, held: 1);
        await PublishAsync();
        await HoursAfterAsync(2, orders: 200, held: 120);
        await WatchAsync();
        await Get<AcknowledgeAlarm>().RunAsync(Assert.Single(await OpenAsync()).AlarmId, Analyst, Ct);
        await WatchAsync();
        Assert.Empty(await OpenAsync());

        await PublishAsync();
        await HoursAfterAsync(2, orders: 200, held: 0, version: 3);
        await WatchAsync();

        Assert.Equal("3", Assert.Single(await OpenAsync()).Subject);
    }

    [Fact]
    public async Task Another_version_and_fourteen_days_end_the_alarm()
    {
        await DaysBeforeAsync(perHour: 10, held: 1);
        await PublishAsync();
        await HoursAfterAsync(2, orders: 200, held: 120);
        await WatchAsync();
        Assert.Single(await OpenAsync());
        await PublishAsync();
        await WatchAsync();
        Assert.Empty(await OpenAsync());

        await HoursAfterAsync(2, orders: 200, held: 0, version: 3);
        await WatchAsync();
        Assert.Single(await OpenAsync());
        Time.Advance(TimeSpan.FromDays(14));
        await WatchAsync();
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_former_version_is_shown_up_to_its_end()
    {
        await DaysBeforeAsync(perHour: 10, held: 1);
        await PublishAsync();
        await HoursAfterAsync(2, orders: 200, held: 20);
        await PublishAsync();
        await HoursAfterAsync(2, orders: 300, held: 30, version: 3);

        var view = await ViewAsync(2);

        Assert.Equal((2, 1, 3), (view.Version.Version, view.Former?.Version, view.Next?.Version));
        Assert.Equal(new Portion(200, 20), view.Of(WatchedKind.Held).After);
        Assert.Equal(RefusalCode.NotFound, (await Get<WatchBoard>().ReadAsync(9, Analyst, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<WatchBoard>().ReadAsync(null, Marketplace, Ct)).Refusal?.Code);
    }

    private async Task<WatchView> ViewAsync(int? version = null) => (await Get<WatchBoard>().ReadAsync(version, Analyst, Ct)).Value;

    private Task WatchAsync() => Get<WatchRules>().RunAsync(Time.GetUtcNow(), Ct);

    private Task PublishAsync() => UseAsync(RuleSet.Default);

    private Task DaysBeforeAsync(int perHour, int held) => AddAsync(
        Enumerable.Range(1, 14 * 24).Select(hour => (Hour(Time.GetUtcNow()).AddHours(-hour), 1, perHour, held)));

    /// <summary>So many hours pass, and these orders come in the first of them.</summary>
    private async Task HoursAfterAsync(int hours, int orders, int held, int version = 2)
    {
        Time.Advance(TimeSpan.FromHours(hours));
        await AddAsync([(Hour(Time.GetUtcNow()), version, orders, held)]);
    }

    private Task AddAsync(IEnumerable<(DateTimeOffset Hour, int Version, int Orders, int Held)> hours) => Get<Writes>().DoAsync(
        tx =>
        {
            foreach (var (hour, version, orders, held) in hours)
            {
                tx.Db.Add(new JudgedHour { Hour = hour, Version = version, What = Judgement.Approved, Orders = orders - held, Minor = 0 });
                if (held > 0) tx.Db.Add(new JudgedHour { Hour = hour, Version = version, What = Judgement.Held, Orders = held, Minor = 0 });
            }

            return Task.CompletedTask;
        },
        Ct);

    private Task<List<Alarm>> OpenAsync() =>
        ReadAsync(db => db.Set<Alarm>().AsNoTracking().Where(a => a.Kind == AlarmKind.RuleRateLeftBand && a.OpenKey != null).ToListAsync(Ct));

    private static DateTimeOffset Hour(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
