using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Review.Bulk;

public sealed class SqliteDecideManyTests() : DecideManyTests(StorageProvider.Sqlite);

public sealed class PostgresDecideManyTests() : DecideManyTests(StorageProvider.Postgres);

public abstract class DecideManyTests(StorageProvider provider) : MoneyPath(provider)
{
    private DecideMany Many => Get<DecideMany>();

    [Fact]
    public async Task Each_is_decided_on_its_own_and_what_could_not_be_says_why()
    {
        var orders = await HeldAsync(900m, 900m, 4000m, 900m);
        await Get<ClaimCase>().RunAsync(orders[3], Person("luz"), Ct);

        var run = Many.Start([.. orders, "T-unknown"], Verdict.Approve("low_risk"), Analyst).Value;
        await run.Completion;

        Assert.Equal((BulkPhase.Finished, 5, 5), (run.Progress.Phase, run.Progress.Done, run.Progress.Of));
        Assert.Equal((2, 1), (run.Progress.Decided, run.Progress.FirstApprovals));
        Assert.Equal(
            [(orders[3], RefusalCode.ClaimedByAnother), ("T-unknown", RefusalCode.NotFound)],
            run.Progress.Missed.Select(miss => (miss.OrderId, miss.Why!.Code)));
    }

    [Fact]
    public async Task All_of_it_is_taken_back_while_the_time_runs()
    {
        var orders = await HeldAsync(900m, 900m);
        var run = Many.Start(orders, Verdict.Reject("other"), Analyst).Value;
        await run.Completion;
        Assert.Equal(2, run.RevocableAt(Time.GetUtcNow()));

        Many.TakeBack(Analyst);
        await run.Completion;

        Assert.Equal((BulkPhase.TakenBack, 2), (run.Progress.Phase, run.Progress.TakenBack));
        Assert.Equal(0, run.RevocableAt(Time.GetUtcNow()));
        await SettleDownAsync();
        Assert.All(orders, orderId => Assert.Equal(OrderStatus.InReview, OrderAsync(orderId).Result.Status));
    }

    [Fact]
    public async Task What_took_effect_stays()
    {
        var orders = await HeldAsync(900m);
        var run = Many.Start(orders, Verdict.Reject("other"), Analyst).Value;
        await run.Completion;
        Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(0, run.RevocableAt(Time.GetUtcNow()));
        Many.TakeBack(Analyst);
        await run.Completion;
        await SettleDownAsync();

        Assert.Equal(0, run.Progress.TakenBack);
        Assert.Equal(OrderStatus.Rejected, (await OrderAsync(orders[0])).Status);
    }

    [Fact]
    public async Task Stopping_leaves_the_rest_alone()
    {
        var orders = await HeldAsync([.. Enumerable.Repeat(900m, 30)]);

        var run = Many.Start(orders, Verdict.Reject("other"), Analyst).Value;
        run.Stop();
        await run.Completion;

        Assert.Equal(BulkPhase.Stopped, run.Progress.Phase);
        Assert.InRange(run.Progress.Done, 0, 29);
        Assert.Equal(run.Progress.Done, run.Progress.Decided);
    }

    [Fact]
    public async Task One_run_a_person_at_a_time()
    {
        var orders = await HeldAsync([.. Enumerable.Repeat(900m, 30)]);

        var run = Many.Start(orders, Verdict.Reject("other"), Analyst).Value;
        var second = Many.Start(orders, Verdict.Reject("other"), Analyst);
        Assert.Equal(RefusalCode.Invalid, second.Refusal?.Code);
        Assert.Same(run, Many.Of(Analyst));
        run.Stop();
        await run.Completion;

        Many.Forget(Analyst);
        Assert.Null(Many.Of(Analyst));
    }

    [Fact]
    public void Who_may_not_decide_starts_nothing() => Assert.Equal(
        RefusalCode.NotAllowed,
        Many.Start(["T-1"], Verdict.Reject("other"), new Actor(ActorKind.Person, "eva", "eva", new HashSet<Permission> { Permission.SeeReviews })).Refusal?.Code);

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.PostConfigure<ReviewOptions>(o => o.UndoSeconds = 30);
    }

    private async Task<List<string>> HeldAsync(params decimal[] amounts)
    {
        var orders = new List<string>();
        foreach (var amount in amounts) orders.Add((await PlaceAsync(NewOrder(amount, accountDays: 2))).OrderId);
        return orders;
    }
}
