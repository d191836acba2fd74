using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The console's first page.</summary>
internal sealed class OverviewPage(IPage page)
{
    public ILocator Charts => page.GetByRole(AriaRole.Figure);

    public ILocator Tile(string label) => page.Locator("a.tile").Filter(new() { Has = page.GetByText(label, new() { Exact = true }) });

    public async Task<int> FigureAsync(string label) =>
        int.Parse(await Tile(label).Locator(".figure").InnerTextAsync(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
}
