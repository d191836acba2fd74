using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Tuning;

public abstract class ShadowTests(StorageProvider provider) : TuningPath(provider)
{
    [Fact]
    public async Task A_draft_in_shadow_judges_beside_the_version_in_force_and_changes_nothing()
    {
        var draft = await DraftAsync(Rosa);
        await StartAsync(draft);

        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(NewOrder(700, 2))).Status);
        Assert.Equal(OrderStatus.InReview, (await PlaceAsync(NewOrder(900, 2))).Status);
        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(NewOrder(100))).Status);

        var compared = await CompareAsync(draft);
        Assert.Equal((3, 0, 1), (compared.Orders, compared.NotJudged, compared.Moved));
        Assert.Equal(new ShadowCell(RiskOutcome.Approve, RiskOutcome.Review, 1, 700m), Assert.Single(compared.Cells, cell => cell.Draft != cell.Judged));
        Assert.Equal([new ShadowRule(SomeRules.HighValue, 1, 2, 0, 1)], compared.Rules);
        var move = Assert.Single(compared.Moves);
        Assert.Equal((700m, RiskOutcome.Approve, RiskOutcome.Review), (move.Amount.Amount, move.Judged, move.Draft));
    }

    [Fact]
    public async Task It_says_of_an_order_what_publishing_it_says_of_the_same()
    {
        var draft = (await EditAsync(
            await DraftAsync(Rosa), Rosa,
            new RuleChange("ip-velocity", 1, "moreThan", "5", "1"), new RuleChange("ip-velocity", 1, "windowMinutes", "10", "60"),
            new RuleChange(RuleChange.WholeSet, 1, RuleChange.ReviewThreshold, "50", "30"))).Value;
        await StartAsync(draft);
        var same = NewOrder(50);
        await PlaceAsync(same);
        var second = NewOrder(60) with { Ip = same.Ip };
        await PlaceAsync(second);
        var said = await RowAsync(second.OrderId);

        await PublishAsync(draft, Rosa);
        var third = await PlaceAsync(NewOrder(70) with { Ip = same.Ip });

        Assert.Equal((RiskOutcome.Approve, RiskOutcome.Review, 30, "ip-velocity"), (said.Judged, said.Outcome!.Value, said.Score, said.Hits));
        Assert.Equal(OrderStatus.InReview, third.Status);
        Assert.Null(await ReadAsync(db => db.Set<ShadowAssessment>().SingleOrDefaultAsync(a => a.OrderId == third.OrderId, Ct))); // published: no shadow any more
    }

    [Fact]
    public async Task Edits_after_the_start_do_not_mix_in_and_a_new_start_takes_them()
    {
        var draft = await DraftAsync(Rosa);
        await StartAsync(draft);
        draft = (await EditAsync(draft, Rosa, SomeRules.Amount(600, 100))).Value;
        await PlaceAsync(NewOrder(200, 2));
        Assert.Equal(0, (await CompareAsync(draft)).Moved);

        Time.Advance(TimeSpan.FromSeconds(1));
        await StartAsync(draft);
        await PlaceAsync(NewOrder(201, 2));

        var compared = await CompareAsync(draft);
        Assert.Equal((1, 1), (compared.Orders, compared.Moved));
    }

    [Fact]
    public async Task One_draft_at_a_time_is_in_shadow()
    {
        var (one, other) = (await DraftAsync(Rosa), await DraftAsync(Luis, 500));
        await StartAsync(one);

        Assert.Equal(RefusalCode.ShadowRunning, (await Get<StartShadow>().RunAsync(other.DraftId, Luis, Ct)).Refusal!.Code);
        await Get<StopShadow>().RunAsync(one.DraftId, Luis, Ct);
        await StartAsync(other);
        await PlaceAsync(NewOrder(700, 2));

        Assert.Equal(0, (await CompareAsync(one)).Orders);
        Assert.Equal(1, (await CompareAsync(other)).Orders);
    }

    [Fact]
    public async Task A_shadow_that_cannot_be_read_holds_no_order_up()
    {
        var draft = await DraftAsync(Rosa);
        await StartAsync(draft);
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE rule_shadows SET json = 'broken'", [], Ct), Ct);

        Assert.Equal(OrderStatus.AwaitingPayment, (await PlaceAsync(NewOrder(700, 2))).Status);

        var compared = await CompareAsync(draft);
        Assert.Equal((1, 1), (compared.Orders, compared.NotJudged));
    }

    [Fact]
    public async Task A_question_of_the_shadow_that_fails_in_the_store_holds_no_order_up()
    {
        var draft = (await EditAsync(await DraftAsync(Rosa), Rosa, new RuleChange("ip-velocity", 1, "windowMinutes", "10", "77"))).Value;
        await StartAsync(draft);
        var judge = Get<ShadowJudge>();
        var content = NewOrder(700, 2);

        // The statement itself fails: on PostgreSQL that would end the transaction.
        var placed = await PlaceAsync(content);
        await Get<Writes>().DoAsync(
            async tx =>
            {
                var order = (await tx.LockAsync<Order>(content.OrderId, Ct))!;
                var (version, rules, _) = await Get<ActiveRules>().ReadForOrderAsync(tx.Db, Ct);
                var facts = await Get<LiveFacts>().CollectAsync(tx, rules, OrderSubject.Of(content, tx.Now, tx.Now), OutsideFacts.None, Ct);
                await tx.Db.ExecuteAsync("DELETE FROM shadow_assessments", [], Ct);
                await tx.Db.ExecuteAsync("ALTER TABLE order_identifiers RENAME TO order_identifiers_away", [], Ct);
                await judge.JudgeAsync(tx, (await tx.Db.Set<ShadowRun>().SingleAsync(Ct)).ShadowId, (version, rules), facts, order, rules.Assess(facts), Ct);
                await tx.Db.ExecuteAsync("ALTER TABLE order_identifiers_away RENAME TO order_identifiers", [], Ct);
            },
            Ct);

        Assert.Equal(OrderStatus.AwaitingPayment, placed.Status);
        Assert.Equal(1, (await CompareAsync(draft)).NotJudged);
    }

    private async Task StartAsync(RuleDraft draft) => Assert.True((await Get<StartShadow>().RunAsync(draft.DraftId, Rosa, Ct)).Done);

    private async Task<ShadowComparison> CompareAsync(RuleDraft draft) => (await Get<ShadowBook>().ReadAsync(draft.DraftId, Rosa, Ct)).Value!;

    private Task<ShadowAssessment> RowAsync(string orderId) => ReadAsync(db => db.Set<ShadowAssessment>().AsNoTracking().SingleAsync(a => a.OrderId == orderId, Ct));
}

public sealed class ShadowTestsOnSqlite() : ShadowTests(StorageProvider.Sqlite);

public sealed class ShadowTestsOnPostgres() : ShadowTests(StorageProvider.Postgres);
