using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>How the review team does.</summary>
internal sealed class TeamBoardPage(IPage page)
{
    public ILocator Chart => page.GetByRole(AriaRole.Figure);

    public static async Task<TeamBoardPage> OpenAsync(Visit visit, string person = "lead", string query = "")
    {
        await SignInForm.AsAsync(visit, person, "/reviews/team" + query);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Team", Exact = true })).ToBeVisibleAsync();
        return new TeamBoardPage(visit.Page);
    }

    public ILocator Table(string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true }).GetByRole(AriaRole.Table);

    /// <summary>The figure over a label, as a number.</summary>
    public async Task<int> FigureAsync(string label)
    {
        var tile = page.Locator(".tile").Filter(new() { Has = page.GetByText(label, new() { Exact = true }) });
        return int.Parse(await tile.Locator(".value").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task ChooseAsync(string period) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Period" }).GetByRole(AriaRole.Link, new() { Name = period }).ClickAsync();
}
