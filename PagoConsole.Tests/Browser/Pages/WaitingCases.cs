using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

internal sealed class WaitingCases(IPage page)
{
    /// <summary>The part of the queue that is one seller's.</summary>
    public static async Task<WaitingCases> OpenAsync(Visit visit, string seller)
    {
        await SignInForm.AsAsync(visit, "analyst", $"/reviews?seller={seller}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Review queue" })).ToBeVisibleAsync();
        return new WaitingCases(visit.Page);
    }

    public ILocator LineOf(string orderId) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = orderId });

    public Task OpenCaseAsync(string orderId) => LineOf(orderId).GetByRole(AriaRole.Link, new() { Name = orderId }).ClickAsync();
}
