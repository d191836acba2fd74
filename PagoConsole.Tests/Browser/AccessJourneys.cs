using Microsoft.Playwright;
using PagoConsole.Tests.Access;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AccessJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task Somebody_is_invited_chooses_a_password_and_sets_up_a_second_factor() => browser.VisitAsync(async visit =>
    {
        var page = visit.Page;
        var frame = await SignInForm.AsAsync(visit, "admin", "/admin/users");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name, as colleagues will see it" }).FillAsync("Nadia Ramos");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail" }).FillAsync("nadia@tienda.pe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await page.Locator("#once").TextContentAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Nadia Ramos" })).ToContainTextAsync("Invited");
        await visit.CheckAccessibilityAsync();
        await frame.SignOutAsync();

        await page.GotoAsync(link!);
        await page.GetByLabel("New password").FillAsync("Segura-2026");
        await page.GetByLabel("Password again").FillAsync("Segura-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password and sign in" }).ClickAsync();
        await new ConsoleFrame(page).ShownAsync();

        await page.GotoAsync("/account/second-factor");
        var key = await page.Locator(".manual code").TextContentAsync();
        await page.GetByLabel("Code of your authenticator app").FillAsync(Totp.CodeOf(key!));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();

        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
    });

    [Fact]
    public Task Secrets_can_be_read_on_a_phone_in_the_dark() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "admin", "/admin/secrets");

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Callback secret" })).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = true });
}
