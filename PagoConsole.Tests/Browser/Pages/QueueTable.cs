using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The review queue.</summary>
internal sealed class QueueTable(IPage page)
{
    public ILocator Rows => page.Locator("[data-row]");

    public ILocator NewBar => page.GetByRole(AriaRole.Button, new() { NameRegex = new("new · show") });

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Views => page.GetByRole(AriaRole.Navigation, new() { Name = "Views" });

    public ILocator Run => page.GetByRole(AriaRole.Region, new() { Name = "Your last decision over many cases" });

    public ILocator Focused => page.Locator("[data-row]:focus");

    public static async Task<QueueTable> OpenAsync(Visit visit, string query = "", string person = "analyst")
    {
        await SignInForm.AsAsync(visit, person, "/reviews" + query);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Review queue" })).ToBeVisibleAsync();
        return new QueueTable(visit.Page);
    }

    public ILocator RowOf(string orderId) => page.Locator($"[data-row='{orderId}']");

    public async Task ShowsAsync(params string[] orderIds)
    {
        await Assertions.Expect(Rows).ToHaveCountAsync(orderIds.Length);
        Assert.Equal(orderIds, await Rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.row)"));
    }

    public Task SelectShownAsync() => page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all rows shown" }).ClickAsync();

    public Task SelectAllAsync(int count) => page.GetByRole(AriaRole.Button, new() { Name = $"Select all {count} of this filter" }).ClickAsync();

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task SaveViewAsync(string name)
    {
        await PressAsync("Save as view…");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name of the view" }).FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
    }

    public ILocator View(string name) => Views.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{name}") });

    /// <summary>Whether the page can be pushed sideways.</summary>
    public Task<bool> OverflowsAsync() => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth");
}
