using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ReviewJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_rejection_needs_its_reason_and_tells_the_marketplace() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var queue = await WaitingCases.OpenAsync(visit);

        await queue.PressAsync(id, "Reject");
        await queue.AnswerAsync("", "Reject");
        await Assertions.Expect(queue.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Please say why");
        await queue.AnswerAsync("The document belongs to somebody else", "Reject");

        await browser.Marketplace.UntilAsync(id, "Rejected");
        await browser.Sandbox.CallbacksUntilAsync(id, "order.rejected");
        await Assertions.Expect(queue.LineOf(id)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_decision_can_be_taken_back_before_it_takes_effect() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var queue = await WaitingCases.OpenAsync(visit);
        await queue.DecideAsync(id, "Approve");

        await queue.PressAsync(id, "Take back");

        await Assertions.Expect(queue.LineOf(id)).ToContainTextAsync("Waiting");
        Assert.Equal("InReview", await browser.Marketplace.StatusAsync(id));
    });

    [Fact]
    public Task A_decision_can_be_sent_at_once() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var queue = await WaitingCases.OpenAsync(visit);
        await queue.DecideAsync(id, "Approve");

        await queue.PressAsync(id, "Send now");

        await browser.Marketplace.UntilAsync(id, "AwaitingPayment");
    });

    [Fact]
    public async Task A_large_amount_takes_two_different_people()
    {
        var id = await HeldAsync(3500m);
        await browser.VisitAsync(async visit =>
        {
            var queue = await WaitingCases.OpenAsync(visit);
            await queue.DecideAsync(id, "Approve");
            await Assertions.Expect(queue.LineOf(id)).ToContainTextAsync("Second approval");

            await queue.PressAsync(id, "Approve as second");
            await queue.AnswerAsync("", "Approve");
            await Assertions.Expect(visit.Page.GetByText("second").Last).ToBeVisibleAsync();
            Assert.Equal("InReview", await browser.Marketplace.StatusAsync(id));
        });

        await browser.VisitAsync(async visit =>
        {
            var queue = await WaitingCases.OpenAsync(visit, "analyst2");
            await queue.DecideAsync(id, "Approve as second", confirm: "Approve");
            await browser.Marketplace.UntilAsync(id, "AwaitingPayment");
        });
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("admin")]
    public Task Who_may_not_decide_sees_no_buttons(string person) => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var queue = await WaitingCases.OpenAsync(visit, person);

        await Assertions.Expect(queue.LineOf(id)).ToBeVisibleAsync();
        await Assertions.Expect(queue.Approvals).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Finance_does_not_see_the_queue() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "finance");

        await Assertions.Expect(frame.Rail.GetByRole(AriaRole.Link, new() { Name = "Orders", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(frame.Rail.GetByText("Review queue")).ToHaveCountAsync(0);
    });

    private async Task<string> HeldAsync(decimal amount = 1299.90m) =>
        PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount(amount)));
}
