using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Hosting;

/// <summary>Pages that packages bring work under our content policy; they end on one of ours, because theirs are not ours to mend.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ForeignPageJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task The_reference_of_the_API_reads_without_complaint() => browser.VisitAsync(async visit =>
    {
        await visit.Page.GotoAsync("/docs");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "PagoConsole: marketplace API" })).ToBeVisibleAsync();

        await visit.Page.GotoAsync("/sign-in");
    });

    [Fact]
    public Task An_admin_sees_the_jobs_and_nobody_else_does() => browser.VisitAsync(async visit =>
    {
        await SignInForm.AsAsync(visit, "admin");
        await visit.Page.GotoAsync("/hangfire/recurring");
        await Assertions.Expect(visit.Page.GetByText("expiry").First).ToBeVisibleAsync();
        await visit.Page.GotoAsync("/hangfire/servers");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Servers" })).ToBeVisibleAsync();

        await visit.Page.Context.ClearCookiesAsync();
        await SignInForm.AsAsync(visit, "analyst");
        await visit.Page.GotoAsync("/hangfire");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/forbidden"));
    });
}
