using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class CallbackJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_delivery_is_found_read_and_sent_again() => browser.VisitAsync(async visit =>
    {
        var id = PagoClient.Id(await browser.Marketplace.PayableAsync());
        await browser.Sandbox.CallbacksUntilAsync(id, "order.payment_created");
        await SignInForm.AsAsync(visit, "admin", $"/callbacks?order={id}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "order.approved", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("open="));
        var detail = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "Delivery" });
        await Assertions.Expect(detail).ToContainTextAsync("webhook-signature: v1,");

        await detail.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();

        await Assertions.Expect(detail).ToContainTextAsync("Delivery 2");
        await Eventually.BecomesAsync(
            "the message twice", () => browser.Sandbox.CallbacksAsync(id), seen => seen.Count(callback => callback.Type == "order.approved") == 2, show: seen => $"{seen.Count}");
    });

    [Fact]
    public Task A_test_shows_its_answer() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "admin", "/callbacks");

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Test message" })).ToContainTextAsync("Taken: 200");
        },
        VisitSetup.Phone with { Dark = true });
}
