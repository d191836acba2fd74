using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Review;
using PagoConsole.ReviewQueue.Case;

namespace PagoConsole.Tests.Components;

public sealed class CasePageTests : PageTest
{
    [Fact]
    public async Task It_says_why_and_who_and_takes_the_case_in_hand()
    {
        var order = await HeldAsync();

        var page = ShowCase(Role.Analyst, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("In your hand", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Account 2 days old buys for S/ 1,200.00 (limit S/ 800.00 under 7 days)", page.Markup, StringComparison.Ordinal);
        Assert.Contains("2 days when it ordered", page.Markup, StringComparison.Ordinal);
        Assert.Contains("First order of this account", page.Markup, StringComparison.Ordinal);
        Assert.Equal("person:Analyst", (await CaseAsync(order.OrderId)).ClaimedBy);
    }

    [Fact]
    public async Task Who_has_it_in_hand_sees_the_buyer_whole_and_everybody_else_masked()
    {
        var order = await HeldAsync();
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.WaitForAssertion(() => Assert.Contains("u1@example.pe", page.Markup, StringComparison.Ordinal));

        await Get<TakeOverCase>().RunAsync(order.OrderId, Person("lead"), Ct);

        page.WaitForAssertion(() => Assert.Contains("lead has it in hand", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("u1@example.pe", page.Markup, StringComparison.Ordinal);
        Assert.Contains("u•••@example.pe", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_asks_for_its_reason_before_anything_happens()
    {
        var order = await HeldAsync();
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.Press(() => page.Find("[data-key=r]"));

        page.Act(() => page.Find("form"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Contains("Choose a reason", page.Find(".fault").TextContent, StringComparison.Ordinal));
        Assert.Equal(ReviewState.Open, (await CaseAsync(order.OrderId)).State);
        page.Act(() => page.Find("input[value=stolen_identity]"), element => element.Change("stolen_identity"));
        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("Rejected", page.Find(".decide").TextContent, StringComparison.Ordinal));
        var held = await CaseAsync(order.OrderId);
        Assert.Equal((ReviewDecision.Reject, "stolen_identity", "person:Analyst"), (held.Decision, held.Reason, held.DecidedBy));
    }

    [Fact]
    public async Task Approving_makes_the_code_and_shows_it()
    {
        var order = await HeldAsync();
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.Press(() => page.Find("[data-key=a]"));
        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("Approved", page.Find(".decide").TextContent, StringComparison.Ordinal));

        await SettleDownAsync();

        page.WaitForAssertion(() => Assert.Contains("CIP", page.Find(".cip").TextContent, StringComparison.Ordinal));
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(order.OrderId)).Status);
    }

    [Fact]
    public async Task What_the_marketplace_answers_stands_in_the_case()
    {
        var order = await HeldAsync();
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.Press(() => page.Find("[data-key=i]"));
        page.Act(() => page.Find("textarea"), element => element.Input("Is the buyer known to you?"));
        page.Act(() => page.Find("form"), element => element.Submit());
        page.WaitForAssertion(() => Assert.Contains("clock stopped", page.Markup, StringComparison.Ordinal));

        await Get<AnswerInformation>().RunAsync(order.OrderId, "Yes, since 2019.", Marketplace, "req_1", Ct);

        page.WaitForAssertion(() => Assert.Contains("Yes, since 2019.", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Answered", page.Markup, StringComparison.Ordinal)); // the timeline may be quicker than the case
    }

    [Fact]
    public async Task What_was_handed_to_a_lead_is_looked_at_only()
    {
        var order = await HeldAsync();
        await Get<EscalateCase>().RunAsync(order.OrderId, "Smells of resale", Person("other"), Ct);

        var page = ShowCase(Role.Analyst, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("only a lead decides", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Smells of resale", page.Markup, StringComparison.Ordinal); // words may hold personal data: for whoever has it in hand
        Assert.Empty(page.FindAll("[data-key=a]"));
        Assert.Null((await CaseAsync(order.OrderId)).HolderAt(Time.GetUtcNow()));
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    public async Task Looking_claims_nothing_for_who_may_not_decide(Role role)
    {
        var order = await HeldAsync();

        var page = ShowCase(role, order.OrderId);

        page.WaitForAssertion(() => Assert.Contains("analysts and leads decide", page.Markup, StringComparison.Ordinal));
        Assert.Null((await CaseAsync(order.OrderId)).ClaimedBy);
    }

    [Fact]
    public async Task A_closed_page_lets_go_of_its_case()
    {
        var order = await HeldAsync();
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.WaitForAssertion(() => Assert.Contains("In your hand", page.Markup, StringComparison.Ordinal));

        await Context.DisposeComponentsAsync();
        Assert.Equal("person:Analyst", (await CaseAsync(order.OrderId)).ClaimedBy);
        Time.Advance(CasesOnScreen.Breath);

        await Infrastructure.Eventually.IsTrueAsync("the case is let go", async () => (await CaseAsync(order.OrderId)).ClaimedBy is null);
    }

    [Fact]
    public async Task Loading_it_anew_keeps_it_in_hand_while_others_look_on()
    {
        var order = await HeldAsync();
        var screens = Context.Services.GetRequiredService<CasesOnScreen>();
        screens.Opened("person:Analyst", order.OrderId);
        var closing = screens.ClosedAsync("person:Analyst", order.OrderId, atOnce: false);
        screens.Opened("person:Analyst", order.OrderId);
        Time.Advance(CasesOnScreen.Breath);

        Assert.False(await closing);
        Assert.True(await screens.ClosedAsync("person:Analyst", order.OrderId, atOnce: true));
    }

    [Fact]
    public async Task What_becomes_free_is_taken_by_a_key_and_not_by_looking_on()
    {
        var order = await HeldAsync();
        await Get<ClaimCase>().RunAsync(order.OrderId, Person("other"), Ct);
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.WaitForAssertion(() => Assert.Contains("other has it in hand", page.Markup, StringComparison.Ordinal));

        await Get<ReleaseCase>().RunAsync(order.OrderId, Person("other"), Ct);

        page.Press(() => page.Find("[data-key=c]"));
        page.WaitForAssertion(() => Assert.Contains("In your hand", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Personal_data_is_shown_to_others_for_a_reason_that_is_journalled()
    {
        var order = await HeldAsync();
        await Get<ClaimCase>().RunAsync(order.OrderId, Person("other"), Ct);
        var page = ShowCase(Role.Analyst, order.OrderId);
        page.WaitForAssertion(() => Assert.Contains("u•••@example.pe", page.Markup, StringComparison.Ordinal));

        page.Press(() => page.FindAll("button").Single(button => button.TextContent.Trim() == "Show"));
        page.Act(() => page.Find("textarea"), element => element.Input("The buyer is on the phone"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Show"));

        page.WaitForAssertion(() => Assert.Contains("u1@example.pe", page.Markup, StringComparison.Ordinal));
        Assert.Contains(await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.OrderId == order.OrderId).Select(e => e.Kind).ToListAsync(Ct)), kind => kind == OrderEvents.Unmasked);
    }

    [Fact]
    public async Task A_case_without_an_order_is_missing()
    {
        var paid = await PaidAsync();

        var page = ShowCase(Role.Analyst, paid.OrderId);

        page.WaitForAssertion(() => Assert.Contains("There is no such page", page.Markup, StringComparison.Ordinal));
    }

    private Task<ReviewCase> CaseAsync(string orderId) => ReadAsync(db => db.FindAsync<ReviewCase>([orderId], Ct).AsTask())!;

    private IRenderedComponent<PageInFrame<CasePage>> ShowCase(Role role, string orderId) =>
        Show<CasePage>(role, $"/reviews/{orderId}", (nameof(CasePage.OrderId), orderId));
}
