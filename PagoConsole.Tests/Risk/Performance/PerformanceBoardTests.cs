using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Performance;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Risk.Counting;

namespace PagoConsole.Tests.Risk.Performance;

public sealed class PerformanceBoardOnSqlite() : PerformanceBoardTests(StorageProvider.Sqlite);

public sealed class PerformanceBoardOnPostgres() : PerformanceBoardTests(StorageProvider.Postgres);

/// <summary>How rules did over days, by orders that were really placed, decided and labelled.</summary>
public abstract class PerformanceBoardTests(StorageProvider provider) : RuleDesk(provider)
{
    private const string HighValue = "new-account-high-value";
    private const string Young = "account-just-created";

    [Fact]
    public async Task Hits_money_labels_and_decisions_are_those_of_the_days_asked_for()
    {
        await UseAsync(Default(HighValue), Default("payment-limit"));
        await LabelAsync(await HeldAsync(), fraud: true);
        Time.Advance(TimeSpan.FromDays(10));
        var (fraud, good) = (await HeldAsync(), await HeldAsync());
        await LabelAsync(fraud, fraud: true);
        await DecideAsync(good, approve: true);
        await LabelAsync(await PlacedAsync(), fraud: true);
        await CountAsync();

        var week = await ReadAsync(7);
        var month = await ReadAsync(30);

        Assert.Equal((3, 2, 1, 2400m), (week.Orders, week.Fraud, week.Good, week.HeldSoles));
        var work = Of(week, HighValue).Work;
        Assert.Equal(new RuleWork(Hits: 2, Held: 2, HeldSoles: 2400m, Rejected: 0, Alone: 2, Fraud: 1, Good: 1, Released: 1, Refused: 0), work);
        Assert.Equal((0.5, 0.5, 1.0), (work.Precision, work.Recall(week.Fraud), work.AloneShare));
        Assert.Equal((4, 3), (month.Orders, Of(month, HighValue).Work.Hits));
        Assert.Equal((0, null, null), (Of(month, "payment-limit").Work.Hits, Of(month, "payment-limit").Work.Precision, Of(month, "payment-limit").Work.AloneShare));
    }

    [Fact]
    public async Task Rules_that_fire_together_overlap_and_never_decide_alone()
    {
        await UseAsync(RuleEntry.Of(HighValue, RuleAction.Review, new NewAccountHighValueSettings()), RuleEntry.Of(Young, RuleAction.Review, new AccountJustCreatedSettings()));
        var order = NewOrder(1200m, accountDays: 0) with { };
        await PlaceAsync(order with { Account = order.Account with { CreatedAt = Time.GetUtcNow().AddMinutes(-1) } });
        await HeldAsync();
        await CountAsync();

        var view = await ReadAsync(7);

        var (high, young) = (Of(view, HighValue), Of(view, Young));
        Assert.Equal((2, 1), (high.Work.Hits, young.Work.Hits));
        Assert.Equal((Young, 1, 0.5), Assert.Single(high.Overlaps) is var one ? (one.Other, one.Both, one.Share) : default);
        Assert.Equal((HighValue, 1.0), Assert.Single(young.Overlaps) is var other ? (other.Other, other.Share) : default);
        Assert.Equal((false, true), (high.NeverAlone, young.NeverAlone));
    }

    [Fact]
    public async Task Shadow_hits_are_counted_and_decide_nothing()
    {
        await UseAsync(Default(HighValue) with { Mode = RuleMode.Shadow });
        await PlacedAsync(1200m, accountDays: 2);
        await CountAsync();

        var rule = Of(await ReadAsync(7), HighValue);

        Assert.Equal((RuleMode.Shadow, 1, 0, 0), (rule.Mode, rule.Work.Hits, rule.Work.Held, rule.Work.Alone));
        Assert.False(rule.NeverAlone);
    }

    [Fact]
    public async Task The_course_has_every_day_or_week_in_its_place()
    {
        await HeldAsync();
        Time.Advance(TimeSpan.FromDays(8));
        await HeldAsync();
        await HeldAsync();
        await CountAsync();

        var daily = Of(await ReadAsync(30), HighValue).Points;
        var weekly = Of((await Get<PerformanceBoard>().ReadAsync(30, true, Analyst, Ct)).Value, HighValue).Points;

        Assert.Equal((30, Today.AddDays(-29), Today), (daily.Count, daily[0].From, daily[^1].From));
        Assert.Equal([1, 0, 2], [daily[^9].Work.Hits, daily[^5].Work.Hits, daily[^1].Work.Hits]);
        Assert.Equal([0, 0, 0, 1, 2], weekly.Select(week => week.Work.Hits));
        Assert.Equal(Today.AddDays(-6), weekly[^1].From);
    }

    [Fact]
    public async Task Who_may_not_see_rules_is_told_so()
    {
        Assert.Equal(RefusalCode.NotAllowed, (await Get<PerformanceBoard>().ReadAsync(7, false, Marketplace, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.Invalid, (await Get<PerformanceBoard>().ReadAsync(91, false, Analyst, Ct)).Refusal?.Code);
    }

    private async Task<PerformanceView> ReadAsync(int days) => (await Get<PerformanceBoard>().ReadAsync(days, false, Analyst, Ct)).Value;

    private static RulePerformance Of(PerformanceView view, string rule) => view.Rules.Single(one => one.Rule == rule);
}
