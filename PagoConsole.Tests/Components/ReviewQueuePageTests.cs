using Bunit;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.ReviewQueue;

namespace PagoConsole.Tests.Components;

public sealed class ReviewQueuePageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_held_order_arrives_by_itself_and_says_why()
    {
        var page = Show<ReviewQueuePage>(Role.Lead, "/reviews");
        page.WaitForAssertion(() => Assert.Contains("Nothing waits", page.Markup, StringComparison.Ordinal));

        await HeldAsync();

        page.WaitForAssertion(
            () => Assert.Equal("Account 2 days old buys for S/ 1,200.00 (limit S/ 800.00 under 7 days)", page.Find(".sentence").TextContent), Patience);
        Assert.Contains("1 order waits", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approving_makes_the_code()
    {
        var held = await HeldAsync();
        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");

        PressInRow(page, "Approve");
        page.WaitForElement("textarea").Input("Known buyer");
        Press(page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Approve"));
        page.WaitForAssertion(() => Assert.Contains("Approved", page.Markup, StringComparison.Ordinal), Patience);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(held.OrderId)).Status);
        page.WaitForAssertion(() => Assert.Contains("Nothing waits", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Rejecting_needs_a_reason()
    {
        var held = await HeldAsync();
        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");

        PressInRow(page, "Reject");
        page.WaitForElement("textarea");
        Press(page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Reject"));
        page.WaitForAssertion(() => Assert.Contains("Please say why", page.Find(".fault").TextContent, StringComparison.Ordinal));
        page.Find("textarea").Input("Stolen document");
        Press(page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Reject"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".mud-dialog")), Patience);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Rejected, (await OrderAsync(held.OrderId)).Status);
    }

    [Fact]
    public async Task An_auditor_looks_and_decides_nothing()
    {
        await HeldAsync();

        var page = Show<ReviewQueuePage>(Role.Auditor, "/reviews");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Approve" or "Reject");
    }

    [Fact]
    public void Finance_has_no_review_queue()
    {
        var page = Show<ReviewQueuePage>(Role.Finance, "/reviews");

        page.WaitForAssertion(() => Assert.Contains("Your role does not include this page", page.Markup, StringComparison.Ordinal));
    }

    private static void PressInRow(IRenderedComponent<PageInFrame<ReviewQueuePage>> page, string word)
    {
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Press(page.FindAll("tbody button").Single(button => button.TextContent.Trim() == word));
    }
}
