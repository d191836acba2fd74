using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Review.Queue;

public sealed class SqliteReviewQueueTests() : ReviewQueueTests(StorageProvider.Sqlite);

public sealed class PostgresReviewQueueTests() : ReviewQueueTests(StorageProvider.Postgres);

public abstract class ReviewQueueTests(StorageProvider provider) : MoneyPath(provider)
{
    [Fact]
    public async Task A_case_is_seen_with_all_that_the_queue_needs()
    {
        var held = await PlaceAsync(NewOrder(1200m, accountDays: 2) with { Seller = null });

        var seen = Assert.Single((await LookAsync()).Cases);

        Assert.Equal((held.OrderId, ReviewState.Open, 1200m), (seen.OrderId, seen.State, seen.Stake));
        Assert.Contains("new-account-high-value", seen.Reasons);
        Assert.Equal(720, seen.HoldMinutes);
        Assert.Equal(Time.GetUtcNow().AddHours(12), seen.HoldUntil);
    }

    [Fact]
    public async Task Every_change_is_seen_at_the_next_look()
    {
        var (one, two) = (await HeldAsync(), await HeldAsync());
        Assert.Equal(2, (await LookAsync()).Cases.Count);

        await Get<ClaimCase>().RunAsync(one, Analyst, Ct);
        Assert.Equal(Analyst.Signature, (await CaseAsync(one)).HolderAt(Time.GetUtcNow()));
        await Get<ReleaseCase>().RunAsync(one, Analyst, Ct);
        Assert.Null((await CaseAsync(one)).HolderAt(Time.GetUtcNow()));
        await Get<EscalateCase>().RunAsync(one, "please look", Analyst, Ct);
        Assert.True((await CaseAsync(one)).Escalated);
        await Get<AskMarketplace>().RunAsync(two, "which phone?", Analyst, Ct);
        Assert.Equal(Time.GetUtcNow().AddHours(24), (await CaseAsync(two)).PausedUntil);
        await Get<DecideCase>().RunAsync(one, Verdict.Reject("other"), Analyst, Ct);
        Assert.Equal(ReviewDecision.Reject, (await CaseAsync(one)).Decision);

        await SettleDownAsync();
        var three = await HeldAsync();
        Assert.Equal([two, three], (await LookAsync()).Open.Select(c => c.OrderId).Order());
    }

    [Fact]
    public async Task Many_lookers_at_once_see_the_same()
    {
        for (var i = 0; i < 5; i++) await HeldAsync();

        var looks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(LookAsync)));

        Assert.All(looks, look => Assert.Equal(5, look.Cases.Count));
    }

    [Fact]
    public async Task Each_order_sorts_as_it_says()
    {
        var small = await HeldAsync(900m);
        Time.Advance(TimeSpan.FromHours(1));
        var large = await HeldAsync(2500m);
        Time.Advance(TimeSpan.FromHours(1));
        var middle = await HeldAsync(1500m);

        Assert.Equal([large, middle, small], await SortedAsync(QueueOrder.Urgency));
        Assert.Equal([small, large, middle], await SortedAsync(QueueOrder.Oldest));
        Assert.Equal([large, middle, small], await SortedAsync(QueueOrder.Largest));

        // An hour before its end the small one is the most urgent.
        Time.Advance(TimeSpan.FromHours(9) + TimeSpan.FromMinutes(50));
        Assert.Equal(small, (await SortedAsync(QueueOrder.Urgency))[0]);
    }

    [Fact]
    public async Task Who_may_not_see_reviews_sees_none() => Assert.Equal(
        RefusalCode.NotAllowed,
        (await Get<Core.Review.Queue.ReviewQueue>().ReadAsync(QueueFilter.All, QueueOrder.Urgency, Marketplace, Ct)).Refusal?.Code);

    private async Task<string> HeldAsync(decimal amount = 1200m) => (await PlaceAsync(NewOrder(amount, accountDays: 2))).OrderId;

    private async Task<QueueView> LookAsync() => (await Get<Core.Review.Queue.ReviewQueue>().ReadAsync(QueueFilter.All, QueueOrder.Urgency, Analyst, Ct)).Value;

    private async Task<QueuedCase> CaseAsync(string orderId) => (await LookAsync()).Open.Single(c => c.OrderId == orderId);

    private async Task<List<string>> SortedAsync(QueueOrder order) =>
        (await Get<Core.Review.Queue.ReviewQueue>().ReadAsync(QueueFilter.All, order, Analyst, Ct)).Value.Cases.Select(c => c.OrderId).ToList();
}
