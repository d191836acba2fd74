using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Team;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

public sealed class SqliteTeamTests() : TeamTests(StorageProvider.Sqlite);

public sealed class PostgresTeamTests() : TeamTests(StorageProvider.Postgres);

/// <summary>How the team does, and who may know.</summary>
public abstract class TeamTests(StorageProvider provider) : ReviewDesk(provider)
{
    [Fact]
    public async Task No_analyst_sees_the_figures_of_their_peers()
    {
        Assert.Equal(RefusalCode.NotAllowed, (await Get<TeamBoard>().ReadAsync(TeamPeriod.Today, Ana, Ct)).Refusal!.Code);
        Assert.True((await Get<TeamBoard>().ReadAsync(TeamPeriod.Today, Lucia, Ct)).Done);
        Assert.True((await Get<TeamBoard>().ReadAsync(TeamPeriod.Today, Auditor, Ct)).Done);
    }

    [Fact]
    public async Task Without_cases_there_is_nothing_to_tell()
    {
        var view = await TeamAsync(TeamPeriod.Hours24);

        Assert.True(view.IsEmpty);
        Assert.Equal((null, null, null), (view.People.ApprovalRate, view.People.Median, view.People.P90));
        Assert.Equal(24, view.Hours.Count);
    }

    [Fact]
    public async Task Open_in_hand_and_decided_are_counted_and_what_is_taken_back_is_not()
    {
        var ids = new[] { await HeldAsync(), await HeldAsync(), await HeldAsync(3500m), await HeldAsync(), await HeldAsync() };
        await Get<ClaimCase>().RunAsync(ids[0], Ana, Ct);
        await ApproveAsync(ids[2], Ana); // waits for the second
        await ApproveAsync(ids[3], Ana);
        await RejectAsync(ids[4], Beto);
        await Get<TakeBackDecision>().RunAsync(ids[4], Beto, Ct);

        var view = await TeamAsync(TeamPeriod.Today);
        Assert.Equal((4, 2, 1, 1), (view.Open, view.InHand, view.DecidedToday, view.People.Decided));

        Time.Advance(ReviewCase.ClaimLasts);
        Assert.Equal((4, 0), await TeamAsync(TeamPeriod.Today) is var later ? (later.Open, later.InHand) : default);
    }

    [Fact]
    public async Task Times_and_shares_are_those_of_people_and_the_clock_is_counted_apart()
    {
        var undecided = await HeldAsync();
        foreach (var minutes in Enumerable.Range(1, 10))
        {
            var orderId = await HeldAsync();
            Time.Advance(TimeSpan.FromMinutes(minutes));
            if (minutes <= 7) await ApproveAsync(orderId, Ana);
            else await RejectAsync(orderId, Beto);
        }

        await PassAsync(TimeSpan.FromHours(12));

        var view = await TeamAsync(TeamPeriod.Hours24);
        Assert.Equal((10, 7, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(9)), (view.People.Decided, view.People.Approved, view.People.Median!.Value, view.People.P90!.Value));
        Assert.Equal(0.7, view.People.ApprovalRate);
        Assert.Equal([("person:ana", 7, 1.0), ("person:beto", 3, 0.0)], view.ByPerson.Select(line => (line.Key, line.Figures.Decided, line.Figures.ApprovalRate!.Value)));
        Assert.Equal((1, 0), (view.Clock.Decided, view.Clock.Approved));
        Assert.Equal((11, ReviewState.Closed), (view.Decisions, (await CaseAsync(undecided)).State));
    }

    [Fact]
    public async Task Decisions_are_told_by_the_rules_that_held_it_and_by_the_reasons_given()
    {
        await ApproveAsync(await HeldAsync(), Ana);
        await RejectAsync(await HeldAsync(), Ana, "stolen_identity");
        await RejectAsync(await HeldAsync(), Beto, "stolen_identity");

        var view = await TeamAsync(TeamPeriod.Today);

        Assert.Equal(("new-account-high-value", 3), Assert.Single(view.ByRule) is var rule ? (rule.Key, rule.Figures.Decided) : default);
        Assert.Equal([("stolen_identity", 2), ("", 1)], view.ByReason.Select(line => (line.Key, line.Figures.Decided)));
    }

    [Fact]
    public async Task A_case_counts_under_each_rule_that_held_it()
    {
        var orderId = await HeldAsync();
        await Get<Writes>().DoAsync(
            tx => tx.Db.ExecuteAsync("UPDATE review_cases SET reasons = @p0 WHERE order_id = @p1", ["ip-velocity,geo-mismatch", orderId], Ct), Ct);
        await ApproveAsync(orderId, Ana);

        Assert.Equal(["geo-mismatch", "ip-velocity"], (await TeamAsync(TeamPeriod.Today)).ByRule.Select(line => line.Key));
    }

    [Fact]
    public async Task A_decision_is_overturned_by_a_stronger_label_that_says_otherwise()
    {
        var sold = await HeldAsync();
        var disputed = await HeldAsync();
        var refused = await HeldAsync();
        var said = await HeldAsync();
        await ApproveAsync(sold, Ana);
        await ApproveAsync(disputed, Ana);
        await RejectAsync(refused, Beto);
        await DecideAsync(said, new Verdict(ReviewDecision.Reject, "unreachable_buyer", null, new CaseConsequences([], false)), Beto);
        await PassAsync(Undo);
        Assert.Empty((await TeamAsync(TeamPeriod.Today)).Overturned);

        await LabelAsync(disputed, true, LabelSource.Dispute);
        await LabelAsync(refused, false, LabelSource.Told);
        await LabelAsync(sold, false, LabelSource.Told);
        await LabelAsync(said, false, LabelSource.Told);

        var view = await TeamAsync(TeamPeriod.Today);
        Assert.Equal(new[] { disputed, refused }.Order(), view.Overturned.Select(c => c.OrderId).Order());
        Assert.Equal(["person:ana", "person:beto"], view.ByPerson.Where(line => line.Figures.Overturned == 1).Select(line => line.Key).Order());
        Assert.Equal(0.5, view.People.OverturnedRate);
    }

    [Fact]
    public async Task Arrivals_and_decisions_stand_in_their_hours()
    {
        await HeldAsync(); // at noon in Lima
        var late = await HeldAsync();
        Time.Advance(TimeSpan.FromMinutes(90));
        await ApproveAsync(late, Ana);
        await HeldAsync();

        var today = await TeamAsync(TeamPeriod.Today);

        Assert.Equal(14, today.Hours.Count); // from midnight to one o'clock
        Assert.Equal([(2, 0), (1, 1)], today.Hours.TakeLast(2).Select(hour => (hour.Arrived, hour.Decided)));
        Assert.Equal(0, today.Hours.Take(12).Sum(hour => hour.Arrived + hour.Decided));
        Assert.Equal(24, (await TeamAsync(TeamPeriod.Hours24)).Hours.Count);
        Assert.Equal((6 * 24) + 14, (await TeamAsync(TeamPeriod.Days7)).Hours.Count);
    }

    [Fact]
    public async Task A_period_leaves_out_what_was_before_it()
    {
        await ApproveAsync(await HeldAsync(), Ana);
        Time.Advance(TimeSpan.FromHours(20)); // eight in the morning of the next day

        Assert.Equal((0, 0), await TeamAsync(TeamPeriod.Today) is var today ? (today.Decisions, today.DecidedToday) : default);
        Assert.Equal((1, 0), await TeamAsync(TeamPeriod.Hours24) is var day ? (day.Decisions, day.DecidedToday) : default);
        Assert.Equal(1, (await TeamAsync(TeamPeriod.Days7)).Decisions);
    }

    private async Task<TeamView> TeamAsync(TeamPeriod period) => (await Get<TeamBoard>().ReadAsync(period, Lucia, Ct)).Value;

    private Task LabelAsync(string orderId, bool fraud, LabelSource source) => Get<Writes>().DoAsync(
        async tx => tx.SayLabel((await tx.LockAsync<Order>(orderId, Ct))!, fraud, source, "test", "key:test"), Ct);
}
