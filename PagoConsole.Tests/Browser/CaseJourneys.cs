using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>One person and one case.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CaseJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_rejection_needs_its_reason_and_tells_the_marketplace() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.InHandAsync();

        await desk.OpenFormAsync("r", "Reject");
        await desk.PressAsync("Enter");
        await Assertions.Expect(desk.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a reason");
        Assert.Equal("InReview", await browser.Marketplace.StatusAsync(id));
        await desk.PressAsync("1", "Enter");

        await desk.PanelShowsAsync("Rejected");
        await browser.Marketplace.UntilAsync(id, "Rejected");
        await browser.Sandbox.CallbacksUntilAsync(id, "order.rejected");
        await desk.PanelShowsAsync("Stolen identity");
    });

    [Fact]
    public Task A_decision_can_be_taken_back_before_it_takes_effect() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.ApproveAsync();
        await desk.PanelShowsAsync("Takes effect in");

        await desk.PressAsync("z");

        await Assertions.Expect(desk.Panel.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeVisibleAsync();
        Assert.Equal("InReview", await browser.Marketplace.StatusAsync(id));
    });

    [Fact]
    public Task A_decision_is_sent_at_once_and_the_page_shows_the_code() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.ApproveAsync();
        await desk.PanelShowsAsync("Takes effect in");

        await desk.PressAsync("s");

        var approved = await browser.Marketplace.UntilAsync(id, "it has its code", seen => seen.At("payment") is not null);
        await desk.PanelShowsAsync(approved.Text("payment.cip")!);
    });

    [Fact]
    public Task The_marketplace_is_asked_and_its_answer_wakes_the_case() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.InHandAsync();

        await desk.PressAsync("i");
        await Assertions.Expect(desk.Note).ToBeFocusedAsync();
        await desk.Note.FillAsync("Did the buyer answer your call?");
        await desk.PressAsync("Control+Enter");

        await desk.ShowsAsync("No answer yet, clock stopped");
        await browser.Sandbox.CallbacksUntilAsync(id, "order.information_requested");
        (await browser.Marketplace.ActAsync(id, "information", new() { ["text"] = "Yes, she confirmed the address." })).Expect(200);
        await desk.ShowsAsync("Yes, she confirmed the address.");
        await desk.ShowsAsync("Answered");
    });

    [Fact]
    public Task Fraud_is_labelled_and_listed_once_the_rejection_holds() => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.OfNewAccount(1299.90m);
        var id = PagoClient.Id(await browser.Marketplace.PlacedAsync(order));
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.InHandAsync();
        await desk.OpenFormAsync("r", "Reject");
        await desk.PressAsync("2");
        await desk.Panel.GetByText("Put on the block list").ClickAsync();
        await desk.Panel.GetByLabel(order.Text("account.id")!).CheckAsync();
        await desk.Panel.GetByLabel("Label as fraud").CheckAsync();
        await desk.Panel.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await browser.Marketplace.UntilAsync(id, "Rejected");

        var again = order.DeepClone().AsObject();
        again["orderId"] = $"{id}-again";
        var next = await browser.Marketplace.PlacedAsync(again);

        Assert.Equal("Rejected", next.Text("status"));
        Assert.Contains("list-match", next.ToJsonString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Evidence_is_one_key_away() => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.OfNewAccount(1299.90m);
        var other = order.DeepClone().AsObject();
        other["orderId"] = $"{order.Text("orderId")}-other";
        await browser.Marketplace.PlaceAsync(other);
        var id = PagoClient.Id(await browser.Marketplace.PlacedAsync(order));
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.InHandAsync();

        await desk.PressAsync("2");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = other.Text("orderId")! })).ToBeVisibleAsync();
        await desk.PressAsync("5");
        await desk.ShowsAsync("Taken in hand");
        await desk.PressAsync("1");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Tab, new() { Selected = true })).ToContainTextAsync("Links");
    });

    [Fact]
    public Task What_was_typed_survives_a_reload_and_the_case_stays_in_hand() => browser.VisitAsync(async visit =>
    {
        var id = await HeldAsync();
        var desk = await CaseDesk.OpenAsync(visit, id);
        await desk.OpenFormAsync("r", "Reject");
        await desk.Note.FillAsync("The phone belongs to somebody else");

        await visit.Page.ReloadAsync();
        await desk.InHandAsync();
        await desk.OpenFormAsync("r", "Reject");

        await Assertions.Expect(desk.Note).ToHaveValueAsync("The phone belongs to somebody else");
    });

    [Fact]
    public Task Ten_cases_are_decided_with_the_keyboard_alone() => browser.VisitAsync(async visit =>
    {
        var seller = OrderJson.NewId("S");
        var ids = new List<string>();
        for (var i = 0; i < 10; i++) ids.Add(PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount(1000m + i).With("seller.id", seller))));
        await SignInForm.AsAsync(visit, "analyst", $"/reviews?seller={seller}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(ids.Count + 1);

        // Each key leads on within the part of the queue that one came from.
        var desk = new CaseDesk(visit.Page);
        await desk.PressAsync("j", "Enter");
        for (var decided = 1; decided <= ids.Count; decided++)
        {
            await desk.ApproveAsync();
            await desk.PanelShowsAsync("Takes effect in");
            var here = visit.Page.Url;
            await desk.PressAsync("n");
            if (decided < ids.Count) await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(here);
        }

        await desk.ShowsAsync("No other case waits for you.");
        foreach (var id in ids) await browser.Marketplace.UntilAsync(id, "AwaitingPayment");
    });

    [Theory]
    [InlineData("auditor")]
    [InlineData("admin")]
    public Task Who_may_not_decide_looks_on_and_sees_masked_data(string person) => browser.VisitAsync(async visit =>
    {
        var desk = await CaseDesk.OpenAsync(visit, await HeldAsync(), person);

        await desk.PanelShowsAsync("analysts and leads decide");
        await Assertions.Expect(desk.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await desk.ShowsAsync("Masked");
        await Assertions.Expect(visit.Page.GetByText("Ana Quispe")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Whoever_has_it_in_hand_sees_the_buyer_unmasked() => browser.VisitAsync(async visit =>
    {
        var desk = await CaseDesk.OpenAsync(visit, await HeldAsync());

        await desk.InHandAsync();
        await desk.ShowsAsync("Unmasked");
        await desk.ShowsAsync("Ana Quispe");
    });

    [Fact]
    public Task Finance_does_not_see_the_queue() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "finance");

        await Assertions.Expect(frame.Rail.GetByRole(AriaRole.Link, new() { Name = "Orders", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(frame.Rail.GetByText("Review queue")).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public Task A_case_fits_its_screen(int width, int height) => browser.VisitAsync(
        async visit =>
        {
            var desk = await CaseDesk.OpenAsync(visit, await HeldAsync());
            await desk.InHandAsync();
            await desk.OpenFormAsync("r", "Reject");

            var overflow = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"The case is {overflow} px wider than the screen.");
            if (width < 1000) return;
            var bottom = await desk.Panel.EvaluateAsync<double>("panel => panel.getBoundingClientRect().bottom");
            Assert.True(bottom <= height, $"The decision ends at {bottom} px, below the screen.");
        },
        new VisitSetup(Dark: width < 1000, Width: width, Height: height));

    private async Task<string> HeldAsync(decimal amount = 1299.90m) =>
        PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount(amount)));
}
