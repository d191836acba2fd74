using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ConnectionJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task An_admin_checks_every_way() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "admin");
        await frame.GoToAsync("Connection");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("Client ID and secret key are accepted.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("without effect as intended")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Taken: 200")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy for support" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task It_can_be_read_on_a_phone() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "admin", "/admin/connection");

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Webhook round trip" })).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = true });
}
