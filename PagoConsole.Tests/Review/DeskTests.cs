using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

public sealed class SqliteDeskTests() : DeskTests(StorageProvider.Sqlite);

public sealed class PostgresDeskTests() : DeskTests(StorageProvider.Postgres);

/// <summary>Several people at the same case.</summary>
public abstract class DeskTests(StorageProvider provider) : ReviewDesk(provider)
{
    [Fact]
    public async Task Of_two_who_decide_at_the_same_instant_one_wins_and_the_other_is_told_who_and_what()
    {
        for (var round = 0; round < 8; round++)
        {
            var orderId = await HeldAsync();

            var answers = await Task.WhenAll(
                Task.Run(() => DecideAsync(orderId, Verdict.Approve("known_buyer"), Ana)), Task.Run(() => DecideAsync(orderId, Verdict.Reject("other"), Beto)));

            var refusal = Assert.Single(answers, answer => !answer.Done).Refusal!;
            var won = await CaseAsync(orderId);
            Assert.Equal(RefusalCode.AlreadyDecided, refusal.Code);
            Assert.Equal([won.DecidedBy!, won.Decision!.Value], refusal.Args!);
            Assert.Equal(answers[0].Done ? "person:ana" : "person:beto", won.DecidedBy);
            Assert.Single(await JournalAsync(orderId, ReviewEvents.Decided));
        }
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_has_it_and_all_others_learn_who()
    {
        var orderId = await HeldAsync();
        var people = Enumerable.Range(0, 6).Select(i => Ana with { Id = $"p{i}", Name = $"p{i}" }).ToList();

        var answers = await Task.WhenAll(people.Select(person => Task.Run(() => Get<ClaimCase>().RunAsync(orderId, person, Ct))));

        var holder = (await CaseAsync(orderId)).HolderAt(Time.GetUtcNow());
        Assert.Equal(holder, Assert.Single(answers, answer => answer.Done).Value.ClaimedBy);
        Assert.All(answers.Where(answer => !answer.Done), answer => Assert.Equal((RefusalCode.ClaimedByAnother, holder), (answer.Refusal!.Code, answer.Refusal.Args![0])));
        Assert.Equal(holder, Assert.Single(await JournalAsync(orderId, ReviewEvents.Claimed)).Actor);
    }

    [Fact]
    public async Task A_renewed_claim_is_journalled_once_and_one_that_lapsed_again()
    {
        var orderId = await HeldAsync();
        await Get<ClaimCase>().RunAsync(orderId, Ana, Ct);
        Time.Advance(TimeSpan.FromMinutes(9));
        await Get<ClaimCase>().RunAsync(orderId, Ana, Ct);
        Assert.Single(await JournalAsync(orderId, ReviewEvents.Claimed));

        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await Get<ClaimCase>().RunAsync(orderId, Beto, Ct)).Done);

        Assert.Equal(["person:ana", "person:beto"], (await JournalAsync(orderId, ReviewEvents.Claimed)).Select(e => e.Actor));
    }

    [Fact]
    public async Task A_take_over_is_for_leads_and_says_from_whom()
    {
        var orderId = await HeldAsync();
        await Get<ClaimCase>().RunAsync(orderId, Ana, Ct);

        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeOverCase>().RunAsync(orderId, Beto, Ct)).Refusal!.Code);
        Assert.True((await Get<TakeOverCase>().RunAsync(orderId, Lucia, Ct)).Done);

        var entry = Assert.Single(await JournalAsync(orderId, ReviewEvents.TakenOver));
        Assert.Equal(("person:lucia", """{"from":"person:ana"}"""), (entry.Actor, entry.Data));
        Assert.Equal(RefusalCode.ClaimedByAnother, (await DecideAsync(orderId, Verdict.Approve(), Ana)).Refusal!.Code);
    }

    [Fact]
    public async Task Letting_go_is_journalled_where_it_was_in_hand()
    {
        var orderId = await HeldAsync();
        await Get<ClaimCase>().RunAsync(orderId, Ana, Ct);

        await Get<ReleaseCase>().RunAsync(orderId, Beto, Ct);
        Assert.Empty(await JournalAsync(orderId, ReviewEvents.Released));
        await Get<ReleaseCase>().RunAsync(orderId, Ana, Ct);

        Assert.Single(await JournalAsync(orderId, ReviewEvents.Released));
        Assert.Null((await CaseAsync(orderId)).HolderAt(Time.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_handed_to_a_lead_needs_a_word_why_that_the_journal_keeps_apart()
    {
        var orderId = await HeldAsync();

        Assert.Equal("note", (await Get<EscalateCase>().RunAsync(orderId, " ", Ana, Ct)).Refusal!.Field);
        Assert.Equal("note", (await Get<EscalateCase>().RunAsync(orderId, new string('x', 1001), Ana, Ct)).Refusal!.Field);
        await Get<EscalateCase>().RunAsync(orderId, "Ana Quispe does not answer", Ana, Ct);

        Assert.Equal("{}", Assert.Single(await JournalAsync(orderId, ReviewEvents.Escalated)).Data);
        Assert.Equal(RefusalCode.LeadNeeded, (await DecideAsync(orderId, Verdict.Approve(), Beto)).Refusal!.Code);
        Assert.True((await DecideAsync(orderId, Verdict.Approve(), Lucia)).Done);
    }

    [Fact]
    public async Task Who_may_not_decide_changes_nothing()
    {
        var orderId = await HeldAsync();
        var before = (await CaseAsync(orderId)).Version;
        Result<ReviewCase>[] answers =
        [
            await Get<ClaimCase>().RunAsync(orderId, Auditor, Ct), await Get<ReleaseCase>().RunAsync(orderId, Auditor, Ct),
            await Get<EscalateCase>().RunAsync(orderId, "Look", Auditor, Ct), await Get<AskMarketplace>().RunAsync(orderId, "Who?", Auditor, Ct),
            await DecideAsync(orderId, Verdict.Approve(), Auditor), await Get<TakeBackDecision>().RunAsync(orderId, Auditor, Ct),
            await Get<SendDecisionNow>().RunAsync(orderId, Auditor, Ct), await Get<TakeOverCase>().RunAsync(orderId, Auditor, Ct),
        ];

        Assert.All(answers, answer => Assert.Equal(RefusalCode.NotAllowed, answer.Refusal!.Code));
        Assert.Equal(before, (await CaseAsync(orderId)).Version);
    }

    [Fact]
    public async Task A_reason_is_one_of_the_configured_ones_and_an_order_without_a_case_is_not_found()
    {
        var orderId = await HeldAsync();

        Assert.Equal("reason", (await DecideAsync(orderId, Verdict.Reject("because"), Ana)).Refusal!.Field);
        Assert.Equal("reason", (await DecideAsync(orderId, Verdict.Approve("stolen_identity"), Ana)).Refusal!.Field);
        Assert.Equal("note", (await DecideAsync(orderId, Verdict.Approve(note: new string('x', 2001)), Ana)).Refusal!.Field);
        Assert.Equal(RefusalCode.NotFound, (await DecideAsync("nowhere", Verdict.Approve(), Ana)).Refusal!.Code);
        Assert.Equal(OrderStatus.InReview, (await OrderAsync(orderId)).Status);
    }
}
