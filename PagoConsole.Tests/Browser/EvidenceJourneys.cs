using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class EvidenceJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task An_auditor_has_the_journal_checked() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "auditor");
        await frame.GoToAsync("Seals");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("All holds")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_lead_places_a_legal_hold() => browser.VisitAsync(async visit =>
    {
        var orderId = PagoClient.Id(await browser.Marketplace.PlacedAsync());
        var frame = await SignInForm.AsAsync(visit, "lead");
        await frame.GoToAsync("Retention");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Place a legal hold" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Order", new() { Exact = true }).FillAsync(orderId);
        await dialog.GetByLabel("Reason").FillAsync("File 12-2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Place a legal hold" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = orderId })).ToContainTextAsync("In force");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Count what is due" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Nothing is due.")).ToBeVisibleAsync();
    });
}
