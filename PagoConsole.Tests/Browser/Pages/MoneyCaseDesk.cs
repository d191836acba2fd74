using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>One money case on its page.</summary>
internal sealed class MoneyCaseDesk(IPage page)
{
    public IPage Page => page;

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator State => page.Locator("main .state");

    /// <summary>What is told after a decision.</summary>
    public ILocator Told => page.Locator("main .decided[role=status]");

    public ILocator Note => page.GetByLabel("Why (needed)");

    /// <summary>Finds the order's only case on the desk and opens it.</summary>
    public static async Task<MoneyCaseDesk> OpenAsync(Visit visit, string person, string orderId)
    {
        await SignInForm.AsAsync(visit, person, $"/money?q={orderId}");
        await visit.Page.Locator("tbody tr td a").First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Three records side by side" })).ToBeVisibleAsync();
        return new MoneyCaseDesk(visit.Page);
    }

    public ILocator Choice(string name) => page.Locator("label.option").Filter(new() { HasText = name }).GetByRole(AriaRole.Radio);

    public async Task DecideAsync(string choice, string note)
    {
        await Choice(choice).CheckAsync();
        await Note.FillAsync(note);
        await page.Locator("form").GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();
    }

    public Task ShowsAsync(string text) => Assertions.Expect(Main).ToContainTextAsync(text);
}
