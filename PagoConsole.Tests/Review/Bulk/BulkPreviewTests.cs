using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Tests.Review.Queue;

namespace PagoConsole.Tests.Review.Bulk;

public sealed class BulkPreviewTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private static readonly Actor Ana = Person("ana", Permission.DecideCases);
    private static readonly Actor Luz = Person("luz", Permission.DecideCases, Permission.TakeOverCases);

    [Fact]
    public void It_says_what_becomes_of_each_case()
    {
        var plain = Opened("T-1");
        var dear = Opened("T-2", 4000m, needsSecond: true);
        var taken = Opened("T-3");
        taken.Claim(Luz, Now);
        var escalated = Opened("T-4");
        escalated.Escalate("look at it", Luz, Now);
        var decided = Opened("T-5");
        decided.Decide(Verdict.Reject("other"), Luz, Now, TimeSpan.FromSeconds(10));
        var mine = Opened("T-6", 5000m, needsSecond: true);
        mine.Decide(Verdict.Approve(), Ana, Now, TimeSpan.Zero);

        var preview = BulkPreview.Of(Rows(plain, dear, taken, escalated, decided, mine), ReviewDecision.Approve, Ana, Now);

        Assert.Equal(["T-1"], preview.Decided.Select(c => c.OrderId));
        Assert.Equal(["T-2"], preview.FirstApprovals.Select(c => c.OrderId));
        Assert.Equal(4900m, preview.Stake);
        Assert.Equal(
            [(BulkFate.InAnotherHand, "T-3"), (BulkFate.LeadNeeded, "T-4"), (BulkFate.AlreadyDecided, "T-5"), (BulkFate.ApprovedBefore, "T-6")],
            preview.Hindered.Select(h => (h.Why, h.Cases.Single().OrderId)));
    }

    [Fact]
    public void A_rejection_needs_no_second_person()
    {
        var dear = Opened("T-1", 4000m, needsSecond: true);

        var preview = BulkPreview.Of(Rows(dear), ReviewDecision.Reject, Ana, Now);

        Assert.Single(preview.Decided);
        Assert.Empty(preview.FirstApprovals);
    }

    [Fact]
    public void A_second_person_decides_what_waits_for_one()
    {
        var dear = Opened("T-1", 4000m, needsSecond: true);
        dear.Decide(Verdict.Approve(), Luz, Now, TimeSpan.Zero);

        Assert.Single(BulkPreview.Of(Rows(dear), ReviewDecision.Approve, Ana, Now).Decided);
    }

    /// <summary>Whatever happened to a case before, the preview says what the decision then does.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_preview_and_the_decision_agree(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var held = Opened("T-1", 900m, needsSecond: random.Next(2) == 0);
            for (var step = random.Next(5); step > 0; step--) Happen(held, random);
            var (by, decision) = (random.Next(2) == 0 ? Ana : Luz, random.Next(2) == 0 ? ReviewDecision.Approve : ReviewDecision.Reject);
            var at = Now.AddMinutes(random.Next(15));

            var fate = BulkPreview.FateOf(QueuedCases.Of(held), decision, by, at);
            var refusal = held.Decide(new Verdict(decision, "other", null, CaseConsequences.None), by, at, TimeSpan.FromSeconds(10));

            Assert.Equal(
                fate,
                refusal?.Code switch
                {
                    null => held.State == ReviewState.Decided ? BulkFate.Decided : BulkFate.FirstApproval,
                    RefusalCode.ClaimedByAnother => BulkFate.InAnotherHand,
                    RefusalCode.LeadNeeded => BulkFate.LeadNeeded,
                    RefusalCode.AlreadyDecided => BulkFate.AlreadyDecided,
                    RefusalCode.SecondPersonNeeded => BulkFate.ApprovedBefore,
                    var other => throw new InvalidOperationException($"{other}"),
                });
        }
    }

    private static void Happen(ReviewCase held, Random random)
    {
        var by = random.Next(2) == 0 ? Ana : Luz;
        _ = random.Next(5) switch
        {
            0 => held.Claim(by, Now),
            1 => held.Escalate("look", by, Now),
            2 => held.Decide(Verdict.Approve(), by, Now, TimeSpan.FromSeconds(10)),
            3 => held.TakeBack(by, Now),
            _ => held.Ask("who?", by, Now),
        };
    }

    private static Actor Person(string name, params Permission[] may) => new(ActorKind.Person, name, name, may.ToHashSet());

    private static ReviewCase Opened(string orderId, decimal soles = 900m, bool needsSecond = false) => HeldOrder.Case(Now, orderId, soles, needsSecond);

    private static List<QueuedCase> Rows(params ReviewCase[] cases) => [.. cases.Select(QueuedCases.Of)];
}
