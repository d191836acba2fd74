using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Risk;

public sealed class RuleStatisticsOnSqlite() : RuleStatisticsTests(StorageProvider.Sqlite);

public sealed class RuleStatisticsOnPostgres() : RuleStatisticsTests(StorageProvider.Postgres);

/// <summary>How rules did, over orders that were really placed, judged and labelled.</summary>
public abstract class RuleStatisticsTests(StorageProvider provider) : MoneyPath(provider)
{
    private const string Rule = "new-account-high-value";

    private DateOnly Today => Lima.DayOf(Time.GetUtcNow());

    [Fact]
    public async Task Hits_labels_precision_and_recall_are_those_of_the_days_asked_for()
    {
        await LabelAsync(await HitAsync(), fraud: true);
        Time.Advance(TimeSpan.FromDays(10));
        await LabelAsync(await HitAsync(), fraud: true);
        await LabelAsync(await HitAsync(), fraud: false);
        await HitAsync();
        await LabelAsync(await PlacedAsync(120m), fraud: true);

        var span = await SpanAsync(30);

        Assert.Equal(new RuleFigures(Hits: 4, Labelled: 3, Right: 2, Fraud: 3), span.Of(Rule, span.From));
        var week = span.Of(Rule, Today.AddDays(-6));
        Assert.Equal(new RuleFigures(Hits: 3, Labelled: 2, Right: 1, Fraud: 2), week);
        Assert.Equal((0.5, 0.5), (week.Precision, week.Recall));
        Assert.Equal(span.Of(Rule, span.From), span.Of(Rule, version: 1));
        Assert.Equal([1], span.VersionsOf(Rule));
    }

    [Fact]
    public async Task Every_day_of_the_span_stands_in_its_place()
    {
        await HitAsync();
        Time.Advance(TimeSpan.FromDays(2));
        await HitAsync();
        await HitAsync();

        var days = (await SpanAsync(4)).ByDay(Rule);

        Assert.Equal([0, 1, 0, 2], days.Select(day => day.Hits));
        Assert.Equal((Today.AddDays(-3), Today), (days[0].Day, days[^1].Day));
    }

    [Fact]
    public async Task Without_labels_nothing_is_said_of_precision()
    {
        await HitAsync();

        var figures = (await SpanAsync(7)).Of(Rule, Today);

        Assert.Equal((1, null, null), (figures.Hits, figures.Precision, figures.Recall));
    }

    [Fact]
    public async Task The_latest_orders_come_first_and_reach_back_over_days()
    {
        var oldest = await HitAsync();
        Time.Advance(TimeSpan.FromDays(3));
        var middle = await HitAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        var newest = await HitAsync();
        await PlacedAsync(120m);
        await LabelAsync(middle, fraud: true);

        var latest = (await Get<RuleStatistics>().LatestAsync(Rule, Analyst, Ct)).Value;

        Assert.Equal([(newest, null), (middle, true), (oldest, (bool?)null)], latest.Select(order => (order.OrderId, order.Fraud)));
    }

    [Fact]
    public async Task Who_may_not_see_rules_is_told_so()
    {
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RuleStatistics>().ReadAsync([Rule], Today, Today, Marketplace, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RuleStatistics>().LatestAsync(Rule, Marketplace, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RulesInForce>().ReadAsync(Marketplace, Ct)).Refusal?.Code);
    }

    private async Task<RuleSpan> SpanAsync(int days) =>
        (await Get<RuleStatistics>().ReadAsync([Rule], Today.AddDays(1 - days), Today, Analyst, Ct)).Value;

    private async Task<string> PlacedAsync(decimal amount, int accountDays = 300) => (await PlaceAsync(NewOrder(amount, accountDays))).OrderId;

    private Task<string> HitAsync() => PlacedAsync(1200m, accountDays: 2);

    private async Task LabelAsync(string orderId, bool fraud)
    {
        var labelled = await Get<LabelOrder>().RunAsync(orderId, fraud, "marketplace", Marketplace, "req_1", Ct);
        Assert.True(labelled.Done);
    }
}
