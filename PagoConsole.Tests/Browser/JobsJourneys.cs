using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class JobsJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task An_admin_runs_a_job_now_and_sees_it_done() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "admin");
        await frame.GoToAsync("Jobs");
        await Assertions.Expect(frame.Title).ToHaveTextAsync("Jobs");
        var expiry = visit.Page.GetByRole(AriaRole.Article, new() { Name = "Expiry", Exact = true });
        await Assertions.Expect(expiry).ToContainTextAsync("Every minute");

        await expiry.GetByRole(AriaRole.Button, new() { Name = "Run now: Expiry" }).ClickAsync();
        await expiry.GetByText("Show as a table").ClickAsync();

        await Assertions.Expect(expiry.GetByText("Done · asked for")).ToBeVisibleAsync(new() { Timeout = 40_000 });
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task It_can_be_read_on_a_phone(bool dark) => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "admin", "/admin/jobs");

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Article, new() { Name = "Polling", Exact = true })).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = dark });
}
