using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

public sealed class SqliteHoldEndTests() : HoldEndTests(StorageProvider.Sqlite);

public sealed class PostgresHoldEndTests() : HoldEndTests(StorageProvider.Postgres);

/// <summary>A hold that nobody decides: its warnings and its end, also with two nodes at work. Orders under 1,500 soles are approved.</summary>
public abstract class HoldEndTests(StorageProvider provider) : ReviewDesk(provider)
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(12);

    protected override Dictionary<string, string?> Settings => new() { ["Review:ApproveUnder"] = "1500" };

    [Fact]
    public async Task It_ends_as_configured_by_its_amount_and_says_nothing_of_fraud()
    {
        var small = await HeldAsync(1200m);
        var large = await HeldAsync(1500m);
        await PassAsync(Hold - TimeSpan.FromSeconds(1));
        Assert.Equal(OrderStatus.InReview, (await OrderAsync(small)).Status);

        await PassAsync(TimeSpan.FromSeconds(1));

        var (approved, rejected) = (await OrderAsync(small), await OrderAsync(large));
        Assert.Equal((OrderStatus.AwaitingPayment, null), (approved.Status, approved.Fraud));
        Assert.Equal((OrderStatus.Rejected, "hold_ended", null), (rejected.Status, rejected.StatusReason, rejected.Fraud));
        Assert.Equal("job:review", (await CaseAsync(large)).DecidedBy);
        Assert.Equal("""{"decision":"Reject"}""", Assert.Single(await JournalAsync(large, ReviewEvents.HoldEnded)).Data);
        Assert.Contains("order.rejected", await CallbacksAsync(large));
    }

    [Fact]
    public async Task What_was_handed_to_a_lead_or_needs_two_is_never_approved_by_the_clock()
    {
        var escalated = await HeldAsync(1200m);
        await Get<EscalateCase>().RunAsync(escalated, "Look", Ana, Ct);
        var second = await HeldAsync(3500m);
        await ApproveAsync(second, Ana);

        await PassAsync(Hold);

        Assert.All([await OrderAsync(escalated), await OrderAsync(second)], order => Assert.Equal(OrderStatus.Rejected, order.Status));
        Assert.Null((await OrderAsync(second)).Fraud);
    }

    [Fact]
    public void What_is_marked_for_money_laundering_is_never_approved_by_the_clock()
    {
        var options = new ReviewOptions { ApproveUnder = 1500m };

        Assert.Equal(ReviewDecision.Approve, options.AtHoldEnd(ReviewCase.Open(HeldOrder.Stake(soles: 1499.99m), false, Time.GetUtcNow(), Hold)));
        Assert.Equal(ReviewDecision.Reject, options.AtHoldEnd(ReviewCase.Open(HeldOrder.Stake(soles: 1500m), false, Time.GetUtcNow(), Hold)));
        Assert.Equal(ReviewDecision.Reject, options.AtHoldEnd(ReviewCase.Open(HeldOrder.Stake(soles: 1m, aml: true), false, Time.GetUtcNow(), Hold)));
        Assert.Equal(ReviewDecision.Reject, new ReviewOptions().AtHoldEnd(ReviewCase.Open(HeldOrder.Stake(soles: 1m), false, Time.GetUtcNow(), Hold)));
    }

    [Fact]
    public async Task An_open_question_moves_the_end_by_a_day_and_no_more()
    {
        var orderId = await HeldAsync(2000m);
        Time.Advance(TimeSpan.FromHours(11));
        await Get<AskMarketplace>().RunAsync(orderId, "Who is this?", Ana, Ct);
        await PassAsync(TimeSpan.FromHours(24));
        Assert.Equal(OrderStatus.InReview, (await OrderAsync(orderId)).Status);

        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(OrderStatus.Rejected, (await OrderAsync(orderId)).Status);
    }

    [Fact]
    public async Task Two_nodes_give_each_warning_once_and_tell_how_much_has_passed()
    {
        var ids = new[] { await HeldAsync(), await HeldAsync(), await HeldAsync() };
        await using var other = Build();
        WarnOfHoldEnd[] nodes = [Get<WarnOfHoldEnd>(), other.GetRequiredService<WarnOfHoldEnd>()];

        foreach (var hours in (double[])[5.9, 0.1, 3.6, 1.8])
        {
            Time.Advance(TimeSpan.FromHours(hours));
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunAsync(Ct))));
        }

        foreach (var orderId in ids)
        {
            var told = await ToldAsync(orderId, CallbackType.ReviewWarning);
            Assert.Equal([50, 80, 95], told.Select(details => details.GetProperty("percent").GetInt32()));
            Assert.Equal(3, (await JournalAsync(orderId, ReviewEvents.Warning)).Count);
            Assert.Equal(95, (await CaseAsync(orderId)).WarnedPercent);
        }
    }

    [Fact]
    public async Task After_an_outage_only_the_latest_warning_is_given_and_none_after_the_end()
    {
        var late = await HeldAsync();
        Time.Advance(TimeSpan.FromHours(10));
        await Get<WarnOfHoldEnd>().RunAsync(Ct);
        Assert.Equal(80, Assert.Single(await ToldAsync(late, CallbackType.ReviewWarning)).GetProperty("percent").GetInt32());

        await PassAsync(TimeSpan.FromHours(3));

        Assert.Single(await ToldAsync(late, CallbackType.ReviewWarning));
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(late)).Status);
    }

    [Fact]
    public async Task Two_nodes_end_a_hold_once()
    {
        var orderId = await HeldAsync(2000m);
        await using var other = Build();
        Time.Advance(Hold);

        await Task.WhenAll(
            Task.Run(() => Get<CarryOutDecisions>().RunAsync(Ct)), Task.Run(() => other.GetRequiredService<CarryOutDecisions>().RunAsync(Ct)));

        Assert.Single(await JournalAsync(orderId, ReviewEvents.HoldEnded));
        Assert.Single(await CallbacksAsync(orderId), type => type == "order.rejected");
        Assert.Equal(1, await ReadAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.OrderId == orderId && m.Type == CallbackType.Rejected, Ct)));
    }
}
