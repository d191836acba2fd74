using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;
using static PagoConsole.Tests.Review.Queue.QueuedCases;

namespace PagoConsole.Tests.Review.Queue;

public sealed class QueueFilterTests
{
    private static readonly Actor Ana = new(ActorKind.Person, "ana", "ana", new HashSet<Permission>());

    [Fact]
    public void No_filter_wants_everything() => Assert.True(QueueFilter.All.Wants(Waiting("T-1"), Ana, Now));

    [Fact]
    public void Each_part_narrows()
    {
        var plain = Waiting("T-1") with { Score = 40, SellerId = "s-1" };

        Assert.True(Wants(new() { Reason = "new-account-high-value", From = 900m, UpTo = 900m, Score = 40, Seller = "s-1" }, plain));
        Assert.False(Wants(new() { Reason = "ip-velocity" }, plain));
        Assert.False(Wants(new() { From = 900.01m }, plain));
        Assert.False(Wants(new() { UpTo = 899.99m }, plain));
        Assert.False(Wants(new() { Score = 41 }, plain));
        Assert.False(Wants(new() { Seller = "s-2" }, plain));
        Assert.False(Wants(new() { Aml = true }, plain));
        Assert.True(Wants(new() { Aml = true }, plain with { Aml = true }));
        Assert.False(Wants(new() { Escalated = true }, plain));
        Assert.True(Wants(new() { Escalated = true }, plain with { Escalated = true }));
        Assert.False(Wants(new() { Answered = true }, plain));
        Assert.True(Wants(new() { Answered = true }, plain with { Answered = true }));
        Assert.False(Wants(new() { Second = true }, plain));
        Assert.True(Wants(new() { Second = true }, plain with { State = ReviewState.AwaitingSecond }));
    }

    [Fact]
    public void A_claim_counts_until_it_lapses()
    {
        var claimed = Waiting("T-1") with { ClaimedBy = Ana.Signature, ClaimedUntil = Now.AddMinutes(1) };

        Assert.True(Wants(new() { Holder = QueueHolder.Mine }, claimed));
        Assert.False(Wants(new() { Holder = QueueHolder.Nobody }, claimed));
        Assert.False(new QueueFilter { Holder = QueueHolder.Mine }.Wants(claimed, Ana, Now.AddMinutes(1)));
        Assert.True(new QueueFilter { Holder = QueueHolder.Nobody }.Wants(claimed, Ana, Now.AddMinutes(1)));
        Assert.False(Wants(new() { Holder = QueueHolder.Mine }, claimed with { ClaimedBy = "person:luz" }));
    }

    [Fact]
    public void Ending_is_what_has_5_percent_left_and_a_clock_that_runs()
    {
        var ending = Waiting("T-1", hoursLeft: 0.6);

        Assert.True(Wants(new() { Ending = true }, ending));
        Assert.False(Wants(new() { Ending = true }, Waiting("T-2", hoursLeft: 0.61)));
        Assert.False(Wants(new() { Ending = true }, ending with { PausedUntil = Now.AddHours(1), HoldUntil = Now.AddHours(1.5) }));
        Assert.False(Wants(new() { Ending = true }, ending with { State = ReviewState.Decided }));
    }

    [Fact]
    public void Urgency_is_soles_for_each_minute_left_and_the_pause_does_not_count()
    {
        Assert.Equal(15m, Waiting("T-1", 900m, 1).UrgencyAt(Now));
        Assert.Equal(900m, Waiting("T-2", 900m, 0).UrgencyAt(Now));
        Assert.Equal(15m, (Waiting("T-3", 900m, 25) with { PausedUntil = Now.AddHours(24) }).UrgencyAt(Now));
    }

    private static bool Wants(QueueFilter filter, QueuedCase queued) => filter.Wants(queued, Ana, Now);
}
