using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class OverviewJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task An_order_shows_by_itself_and_its_figure_leads_to_it() => browser.VisitAsync(async visit =>
    {
        await browser.Marketplace.PayableAsync();
        var frame = await SignInForm.AsAsync(visit, "finance");
        var overview = new OverviewPage(visit.Page);
        await Assertions.Expect(overview.Charts).ToHaveCountAsync(3);
        var before = await overview.FigureAsync("Orders");

        var id = PagoClient.Id(await browser.Marketplace.PayableAsync());
        await Eventually.BecomesAsync("the new order is counted", () => overview.FigureAsync("Orders"), orders => orders > before);
        await visit.CheckAccessibilityAsync();
        await overview.Tile("Orders").ClickAsync();

        await Assertions.Expect(frame.Title).ToHaveTextAsync("Orders today");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true })).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("/", false)]
    [InlineData("/gateway", true)]
    public Task It_can_be_read_on_a_phone(string path, bool dark) => browser.VisitAsync(
        async visit =>
        {
            await browser.Marketplace.PayableAsync();
            await SignInForm.AsAsync(visit, "admin", path);

            await Assertions.Expect(visit.Page.GetByText("Create payment").First).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = dark });
}
