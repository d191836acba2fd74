using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Preview;

public sealed class PreviewRulesTestsOnSqlite() : PreviewRulesTests(StorageProvider.Sqlite);

public sealed class PreviewRulesTestsOnPostgres() : PreviewRulesTests(StorageProvider.Postgres);

/// <summary>What a preview counts, and how it gets there, on a handful of orders.</summary>
public abstract class PreviewRulesTests(StorageProvider provider) : RiskPath(provider)
{
    private static readonly Actor Nobody = new(ActorKind.Person, "x", "x", new HashSet<Permission>());

    [Fact]
    public async Task Orders_soles_labels_and_hits_are_counted_on_both_sides()
    {
        await PlaceAsync(NewOrder(700m, accountDays: 2));
        var fraud = await PlaceAsync(NewOrder(200m, accountDays: 2, currency: "USD"));
        await PlaceAsync(NewOrder(900m, accountDays: 2));
        await LabelAsync(fraud.OrderId, fraud: true);

        var preview = await RunAsync(HighValueFrom(745m));

        Assert.Equal((3, 3, 1, false), (preview.Orders, preview.Judged, preview.InDollars, preview.IsSample));
        Assert.Equal((1, 900.0), (preview.Before.Review.Orders, preview.Before.Review.Soles));
        Assert.Equal((2, 1650.0), (preview.After.Review.Orders, preview.After.Review.Soles)); // 200 dollars at 3.75
        Assert.Equal(new LabelFigures(1, 0, 0, 0), preview.Before.Labels);
        Assert.Equal(new LabelFigures(1, 1, 0, 0), preview.After.Labels);
        Assert.Equal(Estimate.Exactly(1), preview.ChangeInCaught);
        Assert.Equal((1L, 2L), preview.Rules.Where(r => r.Rule == "new-account-high-value").Select(r => (r.Before.Hits, r.After.Hits)).Single());
        var changed = Assert.Single(Assert.Single(preview.Crossings).Newest);
        Assert.Equal(fraud.OrderId, changed.OrderId);
        Assert.Equal(["new-account-high-value"], changed.Added);
        Assert.Empty(changed.Dropped);
        Assert.Equal((TimeSpan.FromDays(2), true), (changed.AccountAge, changed.Fraud));
    }

    [Fact]
    public async Task Points_alone_can_decide()
    {
        await PlaceAsync(NewOrder());
        await PlaceAsync(NewOrder());
        var pointed = RuleSet.Default with { Rules = [RuleEntry.Of("new-account-high-value", RuleAction.Score, new NewAccountHighValueSettings { FromPen = 1, YoungerThanDays = 3650 }, 40)] };

        var preview = await RunAsync(pointed with { ReviewThreshold = 40 }, pointed);

        var changed = preview.Crossings.Single().Newest;
        Assert.Equal(2, changed.Count);
        Assert.All(changed, order => Assert.Equal((40, 40, 0, 0), (order.ScoreBefore, order.ScoreAfter, order.Added.Count, order.Dropped.Count)));
    }

    [Fact]
    public async Task Days_are_those_of_Lima_and_figures_by_day_begin_with_history()
    {
        await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromDays(6));
        await PlaceAsync(NewOrder());

        Assert.Equal(2, (await RunAsync(RuleSet.Default, days: 7)).Orders);
        Assert.Equal(1, (await RunAsync(RuleSet.Default, days: 6)).Orders);
        Assert.Equal(6.5, (await RunAsync(RuleSet.Default, days: 30)).Days); // from the beginning of the first order's day, at noon
        Assert.Equal(1, (await RunAsync(RuleSet.Default, days: 1)).Days);
        Assert.Equal(0, (await RunAsync(RuleSet.Default, days: 90, later: 100)).Orders);
    }

    [Fact]
    public async Task Erased_orders_are_judged_by_nobody_neither_in_a_sample()
    {
        var gone = await PlaceAsync(NewOrder(700m, accountDays: 2));
        await PlaceAsync(NewOrder(700m, accountDays: 2));
        await Get<Writes>().DoAsync(async tx => await tx.Db.ExecuteAsync("DELETE FROM order_contents WHERE order_id = @p0", [gone.OrderId], Ct), Ct);
        RulePreview? sample = null;

        using var preview = Slow();
        var full = (await preview.RunAsync(new(RuleSet.Default, HighValueFrom(600), 7), Analyst, step => sample ??= step.Sample, Ct)).Value;

        Assert.Equal((1, 1), (full.Orders, full.Judged));
        Assert.Equal((1, 1), (sample!.Orders, sample.Judged));
    }

    [Fact]
    public async Task Another_threshold_is_judged_over_what_is_there_another_window_and_a_later_time_are_not()
    {
        for (var i = 0; i < 3; i++) await PlaceAsync(NewOrder().From("190.235.1.1"));
        using var preview = Slow();
        Assert.True(await StepsAsync(preview, Velocity(5, 10)) > 0);

        Assert.Equal(0, await StepsAsync(preview, Velocity(2, 10)));
        Assert.Equal(0, await StepsAsync(preview, Velocity(90, 10)));
        Assert.True(await StepsAsync(preview, Velocity(5, 15)) > 0);
        Assert.Equal(0, await StepsAsync(preview, Velocity(4, 15)));
        Assert.Equal(0, await StepsAsync(preview, Velocity(4, 15), days: 7));
        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await StepsAsync(preview, Velocity(4, 15)) > 0);
    }

    [Fact]
    public async Task Days_with_more_orders_than_may_be_kept_are_judged_on_the_way()
    {
        for (var i = 0; i < 3; i++) await PlaceAsync(NewOrder(700m, accountDays: 2));
        using var small = Slow(mostKept: 2);

        Assert.True(await StepsAsync(small, HighValueFrom(600)) > 0);
        Assert.True(await StepsAsync(small, HighValueFrom(600)) > 0);
        var preview = (await small.RunAsync(new PreviewQuery(RuleSet.Default, HighValueFrom(600), 30), Analyst, null, Ct)).Value;
        Assert.Equal((3, 3, false), (preview.Orders, preview.After.Review.Orders, preview.IsSample));
    }

    [Fact]
    public async Task What_was_asked_for_longest_ago_makes_room()
    {
        for (var i = 0; i < 2; i++) await PlaceAsync(NewOrder());
        using var small = Slow(mostKept: 5);
        foreach (var minutes in new[] { 10, 20 }) Assert.True(await StepsAsync(small, Velocity(5, minutes)) > 0);
        Assert.Equal(0, await StepsAsync(small, Velocity(5, 10)));

        Assert.True(await StepsAsync(small, Velocity(5, 30)) > 0);

        Assert.Equal(0, await StepsAsync(small, Velocity(5, 10)));
        Assert.True(await StepsAsync(small, Velocity(5, 20)) > 0);
    }

    [Fact]
    public async Task Two_who_ask_the_same_get_the_same_and_one_who_leaves_does_not_take_the_other_along()
    {
        for (var i = 0; i < 3; i++) await PlaceAsync(NewOrder());
        using var preview = Slow();
        using var leaving = new CancellationTokenSource();
        var query = new PreviewQuery(RuleSet.Default, HighValueFrom(100), 30);

        var left = preview.RunAsync(query, Analyst, _ => leaving.Cancel(), leaving.Token);
        var stayed = preview.RunAsync(query, Analyst, _ => { }, Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(3, (await stayed).Value.Orders);
    }

    [Fact]
    public async Task Who_may_not_see_is_refused_and_who_sees_no_orders_gets_none()
    {
        await PlaceAsync(NewOrder(700m, accountDays: 2));
        var query = new PreviewQuery(RuleSet.Default, HighValueFrom(600), 7);

        Assert.Equal(RefusalCode.NotAllowed, (await Get<PreviewRules>().RunAsync(query, Nobody, null, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.Invalid, (await Get<PreviewRules>().RunAsync(query with { Draft = RuleSet.Default with { ReviewThreshold = 0 } }, Analyst, null, Ct)).Refusal?.Code);
        var figures = (await Get<PreviewRules>().RunAsync(query, Nobody with { Permissions = new HashSet<Permission> { Permission.SeeRules } }, null, Ct)).Value;
        Assert.Equal((1, 0), (figures.Crossings[0].Pile.Orders, figures.Crossings[0].Newest.Count));
    }

    [Fact]
    public async Task An_outside_score_that_nobody_asked_for_is_told()
    {
        await PlaceAsync(NewOrder());
        var asking = RuleSet.Default with { Rules = [.. RuleSet.Default.Rules.Select(e => e.Rule == "device-reputation" ? RuleEntry.Of(e.Rule, e.Action, new DeviceReputationSettings()) : e)] };

        Assert.Equal(1, (await RunAsync(asking)).WithoutScore);
        Assert.Equal(0, (await RunAsync(RuleSet.Default)).WithoutScore);
    }

    private static RuleSet HighValueFrom(decimal soles) => With("new-account-high-value", entry => RuleEntry.Of(entry.Rule, entry.Action, new NewAccountHighValueSettings { FromPen = soles }));

    private static RuleSet Velocity(int moreThan, int minutes) => RuleSet.Default with
    {
        Rules = [RuleEntry.Of("ip-velocity", RuleAction.Review, new IpVelocitySettings { MoreThan = moreThan, WindowMinutes = minutes })],
    };

    private static RuleSet With(string rule, Func<RuleEntry, RuleEntry> change) =>
        RuleSet.Default with { Rules = [.. RuleSet.Default.Rules.Select(entry => entry.Rule == rule ? change(entry) : entry)] };

    /// <summary>One that draws its sample to the end, however slow the machine is.</summary>
    private PreviewRules Slow(int mostKept = 1000) =>
        new(Get<IDbContextFactory<PagoDb>>(), Get<PlaceFinder>(), Get<RuleBook>(), Time) { SampleTime = TimeSpan.FromHours(1), MostKept = mostKept };

    private async Task<RulePreview> RunAsync(RuleSet draft, RuleSet? active = null, int days = 30, int later = 0)
    {
        Time.Advance(TimeSpan.FromDays(later));
        using var preview = Slow();
        return (await preview.RunAsync(new PreviewQuery(active ?? RuleSet.Default, draft, days), Analyst, null, Ct)).Value;
    }

    private static async Task<int> StepsAsync(PreviewRules preview, RuleSet draft, int days = 30)
    {
        var steps = 0;
        Assert.True((await preview.RunAsync(new PreviewQuery(RuleSet.Default, draft, days), Analyst, _ => steps++, Ct)).Done);
        return steps;
    }

    private Task LabelAsync(string orderId, bool fraud) => Get<Writes>().DoAsync(
        async tx => (await tx.LockAsync<Order>(orderId, Ct))!.Label(fraud, LabelSource.Told, tx.Now), Ct);
}
