using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The live feed of deliveries from PagoEfectivo.</summary>
internal sealed class EventsFeed(IPage page)
{
    public ILocator Lines => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator Detail => page.GetByRole(AriaRole.Complementary, new() { Name = "Delivery" });

    public ILocator NewWhilePaused => page.GetByText("new while paused");

    public static async Task<EventsFeed> OpenAsync(Visit visit, string person = "analyst")
    {
        await SignInForm.AsAsync(visit, person, "/events");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Events" })).ToBeVisibleAsync();
        return new EventsFeed(visit.Page);
    }

    public ILocator LineOf(string eventId) => Lines.Filter(new() { HasText = eventId });

    public Task FilterAsync(string verdict) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Filter by verdict" }).GetByRole(AriaRole.Link, new() { Name = verdict, Exact = true }).ClickAsync();

    public Task PauseAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

    public Task ResumeAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();

    public Task OpenDetailAsync(string eventId) => LineOf(eventId).GetByRole(AriaRole.Link).First.ClickAsync();

    /// <summary>Raw body or headers, as they stand in the detail.</summary>
    public ILocator Raw(string title) => Detail.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title }) }).Locator("pre");
}
