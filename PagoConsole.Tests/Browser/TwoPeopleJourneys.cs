using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>Two people in two browsers at one case.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TwoPeopleJourneys(ConsoleBrowser browser)
{
    [Fact]
    public async Task A_large_amount_takes_two_different_people()
    {
        var id = await HeldAsync(3500m);
        await TogetherAsync(id, "analyst", "analyst2", async (first, second) =>
        {
            await first.ApproveAsync();
            await first.PanelShowsAsync("You approved first");
            Assert.Equal("InReview", await browser.Marketplace.StatusAsync(id));

            // The first let go; opening the form takes it in hand, with what the first approved before one's eyes.
            await second.PanelShowsAsync("approved first");
            await second.PanelShowsAsync("Known buyer");
            await second.ApproveAsync();
            await browser.Marketplace.UntilAsync(id, "AwaitingPayment");
            await first.PanelShowsAsync("Approved");
        });
    }

    [Fact]
    public async Task Who_comes_second_sees_who_has_it_and_cannot_decide_until_it_is_let_go()
    {
        var id = await HeldAsync();
        await TogetherAsync(id, "analyst", "analyst2", async (first, second) =>
        {
            await second.PanelShowsAsync("has it in hand");
            await Assertions.Expect(second.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
            await second.ShowsAsync("Masked");

            await first.Page.GotoAsync("/reviews");

            await Assertions.Expect(second.Panel.GetByRole(AriaRole.Button, new() { Name = "Take in hand" })).ToBeVisibleAsync();
            await second.PressAsync("c");
            await second.InHandAsync();
        });
    }

    [Fact]
    public async Task A_lead_takes_a_case_over_and_the_other_is_told_at_once()
    {
        var id = await HeldAsync();
        await TogetherAsync(id, "analyst", "lead", async (analyst, lead) =>
        {
            await analyst.OpenFormAsync("r", "Reject");

            await lead.PressAsync("t");

            await lead.InHandAsync();
            await analyst.PanelShowsAsync("has it in hand");
            await lead.PressAsync("5");
            await lead.ShowsAsync("Taken over by a lead");
        });
    }

    [Fact]
    public async Task The_other_one_sees_the_decision_as_it_falls()
    {
        var id = await HeldAsync();
        await TogetherAsync(id, "analyst", "analyst2", async (first, second) =>
        {
            await first.RejectAsync("2");

            await second.PanelShowsAsync("Rejected");
            await Assertions.Expect(second.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
            await browser.Marketplace.UntilAsync(id, "Rejected");
        });
    }

    [Fact]
    public async Task What_is_handed_to_a_lead_only_a_lead_decides()
    {
        var id = await HeldAsync();
        await TogetherAsync(id, "analyst", "lead", async (analyst, lead) =>
        {
            await analyst.PressAsync("e");
            await analyst.Note.FillAsync("The buyer threatens with a lawyer");
            await analyst.PressAsync("Control+Enter");

            await analyst.PanelShowsAsync("only a lead decides");
            await Assertions.Expect(lead.Panel.GetByRole(AriaRole.Button, new() { Name = "Take in hand" })).ToBeVisibleAsync();
            await lead.PressAsync("c");
            await lead.ShowsAsync("The buyer threatens with a lawyer");
            await lead.ApproveAsync();
            await browser.Marketplace.UntilAsync(id, "AwaitingPayment");
        });
    }

    [Fact]
    public async Task A_dropped_connection_comes_back_with_the_case_still_in_hand()
    {
        var id = await HeldAsync();
        await browser.VisitAsync(async visit =>
        {
            var desk = await CaseDesk.OpenAsync(visit, id);
            await desk.OpenFormAsync("r", "Reject");
            await desk.Note.FillAsync("Nobody answers the phone");

            await visit.Page.Context.SetOfflineAsync(true);
            await Assertions.Expect(visit.Page.GetByText("showing")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await visit.Page.Context.SetOfflineAsync(false);
            await Assertions.Expect(visit.Page.GetByText("showing")).ToBeHiddenAsync(new() { Timeout = 60_000 });

            await desk.InHandAsync();
            await Assertions.Expect(desk.Note).ToHaveValueAsync("Nobody answers the phone");
            await desk.PressAsync("Escape");
            await desk.ApproveAsync();
            await desk.PanelShowsAsync("Approved");
            visit.Forgive("disconnected");
            visit.Forgive("net::ERR_INTERNET_DISCONNECTED");
            visit.Forgive("Failed to fetch");
        });
    }

    private Task TogetherAsync(string orderId, string first, string second, Func<CaseDesk, CaseDesk, Task> journey) => browser.VisitAsync(async one =>
    {
        var firstDesk = await CaseDesk.OpenAsync(one, orderId, first);
        await firstDesk.InHandAsync();
        await browser.VisitAsync(async other => await journey(firstDesk, await CaseDesk.OpenAsync(other, orderId, second)));
    });

    private async Task<string> HeldAsync(decimal amount = 1299.90m) =>
        PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount(amount)));
}
