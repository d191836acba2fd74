using Microsoft.Playwright;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class BuyerJourney(ConsoleBrowser browser)
{
    [Fact]
    public Task A_buyer_sees_the_code_on_the_phone_and_then_that_it_is_paid() => browser.VisitAsync(
        async visit =>
        {
            var order = await browser.Marketplace.PayableAsync();
            await visit.Page.GotoAsync(order.Text("buyerPageUrl")!);
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Paga con este código" })).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByText(order.Text("payment.cip")!, new() { Exact = true })).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            Assert.Equal(390, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await visit.CheckAccessibilityAsync();
            await visit.Page.EvaluateAsync("window.neverReloaded = true");

            await browser.Sandbox.PayAsync(PagoClient.PaymentId(order));

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "¡Pagado! Gracias" })).ToBeVisibleAsync(new() { Timeout = 40_000 });
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("¡Pagado! Gracias");
            Assert.True(await visit.Page.EvaluateAsync<bool>("window.neverReloaded === true"), "The page was loaded anew on the way.");
        },
        new VisitSetup("es-PE", Dark: true, Width: 390, Height: 844));
}
