using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Links;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Review.Links;

/// <summary>Past cases come through the real rules and decisions; a new account's large order is held.</summary>
public abstract class SimilarCasesTests(StorageProvider provider) : MoneyPath(provider)
{
    [Fact]
    public async Task A_decided_case_like_this_one_is_shown_with_what_became_of_it()
    {
        var past = await HeldAsync(1200m);
        await DecideAsync(past, ReviewDecision.Reject);
        var at = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        var now = await HeldAsync(1200m);

        var similar = Assert.Single(await SimilarAsync(now));

        Assert.Equal((past, ReviewDecision.Reject, at, false), (similar.OrderId, similar.Decision, similar.DecidedAt, similar.HoldEnded));
        Assert.Equal((OrderStatus.Rejected, 100), (similar.Status, similar.Likeness));
        Assert.NotEmpty(similar.SharedReasons);
        Assert.Equal(similar.Traits.Reasons, similar.SharedReasons);
    }

    [Fact]
    public async Task Amounts_of_more_than_double_or_under_half_and_open_or_old_cases_are_left_out()
    {
        await DecideAsync(await HeldAsync(1200m), ReviewDecision.Approve);
        Time.Advance(LinkBounds.CaseWindow + TimeSpan.FromSeconds(1));
        await DecideAsync(await HeldAsync(2401m), ReviewDecision.Approve);
        var close = await HeldAsync(2300m);
        await DecideAsync(close, ReviewDecision.Approve);
        await HeldAsync(1200m);
        var now = await HeldAsync(1200m);

        Assert.Equal([close], (await SimilarAsync(now)).Select(c => c.OrderId));
    }

    [Fact]
    public async Task Five_are_shown_the_most_alike_first_then_the_latest()
    {
        var decided = new List<string>();
        foreach (var amount in new[] { 1500m, 1200m, 1200m, 1300m, 1400m, 2200m })
        {
            decided.Add(await HeldAsync(amount));
            await DecideAsync(decided[^1], ReviewDecision.Reject);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        var now = await HeldAsync(1200m);

        Assert.Equal([decided[2], decided[1], decided[3], decided[4], decided[0]], (await SimilarAsync(now)).Select(c => c.OrderId));
    }

    [Fact]
    public async Task A_case_that_time_decided_says_so()
    {
        await HeldAsync(1200m);
        Time.Advance(TimeSpan.FromHours(13));
        await SettleDownAsync();
        var now = await HeldAsync(1200m);

        Assert.True(Assert.Single(await SimilarAsync(now)).HoldEnded);
    }

    [Fact]
    public async Task An_order_that_was_never_held_has_none_and_others_may_not_ask()
    {
        var order = await PlaceAsync(NewOrder());
        var finance = new Actor(ActorKind.Person, "f", "f", new HashSet<Permission> { Permission.SeeOrders });

        Assert.Empty(await SimilarAsync(order.OrderId));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<SimilarCases>().ReadAsync(order.OrderId, finance, Ct)).Refusal!.Code);
    }

    private async Task<string> HeldAsync(decimal amount)
    {
        var placed = await PlaceAsync(NewOrder(amount, accountDays: 2));
        Assert.Equal(OrderStatus.InReview, placed.Status);
        return placed.OrderId;
    }

    private async Task DecideAsync(string orderId, ReviewDecision decision)
    {
        Assert.Null((await Get<DecideCase>().RunAsync(orderId, new Verdict(decision, decision == ReviewDecision.Reject ? "other" : null, "looked at", CaseConsequences.None), Analyst, Ct)).Refusal);
        await SettleDownAsync();
    }

    private async Task<IReadOnlyList<SimilarCase>> SimilarAsync(string orderId) => (await Get<SimilarCases>().ReadAsync(orderId, Analyst, Ct)).Value;
}

public sealed class SimilarCasesTestsOnSqlite() : SimilarCasesTests(StorageProvider.Sqlite);

public sealed class SimilarCasesTestsOnPostgres() : SimilarCasesTests(StorageProvider.Postgres);
