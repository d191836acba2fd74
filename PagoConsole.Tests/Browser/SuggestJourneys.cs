using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class SuggestJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task An_admin_searches_thresholds_and_is_told_what_is_missing() => browser.VisitAsync(async visit =>
    {
        var page = visit.Page;
        await RuleTable.OpenAsync(visit, "admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Suggestions" }).ClickAsync();
        await page.GetByLabel("As much fraud as possible").CheckAsync();
        await page.GetByLabel("Least precision, in per cent").FillAsync("95");

        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();

        // Other journeys label orders in the same store, more or fewer of them before this one.
        await Assertions.Expect(page.GetByRole(AriaRole.Note).First).ToContainTextAsync(new Regex("Too few labelled orders to learn from|Nothing was found that is better"));
        await Assertions.Expect(page.GetByText("Search finished")).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
    });

    [Fact]
    public Task A_phone_shows_the_search_and_an_analyst_is_sent_to_an_admin() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "analyst", "/rules/suggest");

            await Assertions.Expect(visit.Page.GetByText("Searching is for people who change rules")).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone);
}
