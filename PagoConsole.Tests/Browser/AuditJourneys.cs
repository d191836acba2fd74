using System.IO.Compression;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AuditJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_lead_takes_out_what_is_held_on_one_person_and_the_audit_knows() => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.New();
        await browser.Marketplace.PlacedAsync(order);
        var page = visit.Page;
        await SignInForm.AsAsync(visit, "lead", "/personal-data/export");
        await page.GetByLabel("Find by").SelectOptionAsync("Account");
        await page.Locator("#export-person").FillAsync(order["account"]!.Text("id")!);
        await page.GetByLabel("Why, and how you made sure").FillAsync("Their letter of today");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gather" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download ZIP" }).ClickAsync());

        await using (var zip = await ZipFile.OpenReadAsync((await download.PathAsync())!, TestContext.Current.CancellationToken))
        {
            using var json = new StreamReader(await zip.GetEntry("personal-data.json")!.OpenAsync(TestContext.Current.CancellationToken));
            Assert.Contains(order["account"]!.Text("documentNumber")!, await json.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await visit.CheckAccessibilityAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Who saw what" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Their letter of today" });
        await Assertions.Expect(row.First).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await row.First.GetByRole(AriaRole.Link, new() { Name = "All that is held on one person was taken out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("The entry fits its hash");
    });

    [Fact]
    public Task The_inventory_can_be_read_on_a_phone_in_the_dark() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "auditor", "/personal-data");

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "order_contents.json:account.documentNumber" })).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = true });
}
