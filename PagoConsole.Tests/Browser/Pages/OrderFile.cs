using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The page of one order.</summary>
internal sealed class OrderFile(IPage page)
{
    /// <summary>The state that stands at the top.</summary>
    public ILocator State => page.Locator("main .state .chip").First;

    public ILocator QrCode => page.GetByRole(AriaRole.Img, new() { NameRegex = new("^QR code of CIP") });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Timeline => Card("Timeline").Locator("ol");

    public ILocator Decision => Card("Decision");

    public ILocator Payment => Card("Payment");

    public ILocator Buyer => Card("Buyer");

    public static async Task<OrderFile> OpenAsync(Visit visit, string person, string orderId)
    {
        await SignInForm.AsAsync(visit, person, $"/orders/{orderId}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = $"Order {orderId}" })).ToBeVisibleAsync();
        return new OrderFile(visit.Page);
    }

    public ILocator Card(string title) =>
        page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
