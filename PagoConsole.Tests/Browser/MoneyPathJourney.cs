using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class MoneyPathJourney(ConsoleBrowser browser)
{
    [Fact]
    public Task An_analyst_sees_an_order_arrive_approves_it_and_watches_it_being_paid() => browser.VisitAsync(async visit =>
    {
        // Of this seller nothing waits yet, so the order appears at once instead of behind the bar of new ones.
        var seller = OrderJson.NewId("S");
        var queue = await WaitingCases.OpenAsync(visit, seller);
        await visit.Page.EvaluateAsync("window.neverReloaded = true");

        var id = PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount().With("seller.id", seller)));
        await Assertions.Expect(queue.LineOf(id)).ToBeVisibleAsync();
        await queue.OpenCaseAsync(id);
        var desk = new CaseDesk(visit.Page);
        await desk.ApproveAsync();
        await desk.PanelShowsAsync("CIP");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Order", Exact = true }).ClickAsync();

        var file = new OrderFile(visit.Page);
        await Assertions.Expect(file.QrCode).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(file.State).ToHaveTextAsync("Awaiting payment");
        var order = await browser.Marketplace.UntilAsync(id, "AwaitingPayment");
        await Assertions.Expect(file.Payment).ToContainTextAsync(order.Text("payment.cip")!);

        await browser.Sandbox.PayAsync(PagoClient.PaymentId(order));
        await Assertions.Expect(file.State).ToHaveTextAsync("Paid", new() { Timeout = 20_000 });
        await Assertions.Expect(file.Timeline).ToContainTextAsync("Decided in review");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.neverReloaded === true"), "The page was loaded anew on the way.");
        var callbacks = await browser.Sandbox.CallbacksUntilAsync(id, "order.paid");
        Assert.Equal(["order.in_review", "order.approved", "order.payment_created", "order.paid"], callbacks.Select(callback => callback.Type));
    });
}
