using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>Rail and top bar, which every page has.</summary>
internal sealed class ConsoleFrame(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Rail => page.GetByRole(AriaRole.Navigation, new() { Name = "Main navigation" });

    public ILocator Palette => page.GetByRole(AriaRole.Dialog);

    public Task ShownAsync() => Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();

    public Task GoToAsync(string place) => Rail.GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).ClickAsync();

    public async Task ChooseAsync(string menu, string item)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = menu, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item }).Or(page.GetByText(item, new() { Exact = true })).First.ClickAsync();
    }

    /// <summary>Opens the search with its keys, types, and takes the first hit.</summary>
    public async Task SearchAsync(string what)
    {
        await page.Keyboard.PressAsync("Control+k");
        await Palette.GetByRole(AriaRole.Combobox).FillAsync(what);
        await Palette.GetByRole(AriaRole.Option).First.ClickAsync();
    }

    public async Task SignOutAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }
}
