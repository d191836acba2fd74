using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The list of orders.</summary>
internal sealed class OrderTable(IPage page)
{
    public ILocator Lines => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator NewBar => page.GetByRole(AriaRole.Button, new() { NameRegex = new("new · show") });

    public ILocator Panel => page.GetByRole(AriaRole.Complementary);

    public static async Task<OrderTable> OpenAsync(Visit visit, string person = "analyst", string query = "")
    {
        await SignInForm.AsAsync(visit, person, "/orders" + query);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Orders" })).ToBeVisibleAsync();
        return new OrderTable(visit.Page);
    }

    public ILocator LineOf(string orderId) => Lines.Filter(new() { HasText = orderId });

    public async Task SearchAsync(string what)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(what);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task FilterAsync(string state) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Filter by state" }).GetByRole(AriaRole.Link, new() { NameRegex = new($"^{state}") }).ClickAsync();
}
