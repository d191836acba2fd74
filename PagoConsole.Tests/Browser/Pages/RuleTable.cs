using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The rules, and the detail beside them.</summary>
internal sealed class RuleTable(IPage page)
{
    public ILocator Panel => page.GetByRole(AriaRole.Complementary);

    public ILocator Rules => page.GetByRole(AriaRole.Rowheader);

    public static async Task<RuleTable> OpenAsync(Visit visit, string person = "analyst")
    {
        var frame = await SignInForm.AsAsync(visit, person);
        await frame.GoToAsync("Rules");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Rules", Exact = true })).ToBeVisibleAsync();
        return new RuleTable(visit.Page);
    }

    public async Task SearchAsync(string what)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(what);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task ReadAsync(string rule) => page.GetByRole(AriaRole.Link, new() { Name = rule, Exact = true }).ClickAsync();
}
