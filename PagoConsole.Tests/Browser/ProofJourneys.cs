using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>What proof is for: a dispute that is answered, and money that somebody looks into.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ProofJourneys(ConsoleBrowser browser)
{
    [Fact]
    public async Task A_dispute_is_opened_from_its_order_proved_and_won()
    {
        var id = await PaidAsync();
        await browser.VisitAsync(async visit =>
        {
            var page = visit.Page;
            await SignInForm.AsAsync(visit, "analyst", $"/orders/{id}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Open a dispute" }).ClickAsync();
            await page.GetByLabel("In the words of the buyer’s side").FillAsync("It never came");
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Open a dispute" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Not classified" }).ClickAsync();
            await page.GetByLabel("What it is about").SelectOptionAsync("NotReceived");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Not received");
            await page.GetByLabel("Attach a file").SetInputFilesAsync(new FilePayload { Name = "slip.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 slip"u8.ToArray() });
            var file = page.GetByRole(AriaRole.Link, new() { Name = "slip.pdf" });
            await Assertions.Expect(file).ToBeVisibleAsync();
            await visit.CheckAccessibilityAsync();

            var answer = await page.Context.APIRequest.GetAsync((await file.GetAttributeAsync("href"))!);
            Assert.Equal(("attachment", "nosniff"), (answer.Headers["content-disposition"].Split(';')[0], answer.Headers["x-content-type-options"]));
            await page.GetByLabel("To whom and how").FillAsync("To the bank, by e-mail");
            await page.GetByRole(AriaRole.Button, new() { Name = "Record that it was handed in" }).ClickAsync();
            await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("Proof handed in");
            await page.GetByLabel("What was said").FillAsync("The bank agreed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Record the outcome" }).ClickAsync();
            await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("Won");
            await page.GotoAsync("/disputes?view=Won");
            await Assertions.Expect(page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "Not received" })).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_case_is_opened_from_an_order_found_suspicious_and_its_draft_taken()
    {
        var id = await PaidAsync();
        await browser.VisitAsync(
            async visit =>
            {
                var page = visit.Page;
                await SignInForm.AsAsync(visit, "lead", $"/orders/{id}");
                await page.GetByRole(AriaRole.Button, new() { Name = "Open an AML case" }).ClickAsync();
                await page.GetByLabel("Many payments within a short time").CheckAsync();
                await page.GetByLabel("What was noticed").FillAsync("Five orders within an hour");
                await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Open an AML case" }).ClickAsync();
                await page.GetByLabel("Note", new() { Exact = true }).FillAsync("No source of the money");
                await page.GetByRole(AriaRole.Button, new() { Name = "Suspicious", Exact = true }).ClickAsync();
                await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("Report to UIF-Perú by");
                await visit.CheckAccessibilityAsync();
                var draft = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Draft (Excel)" }).ClickAsync());
                Assert.StartsWith("ros-aml_", draft.SuggestedFilename, StringComparison.Ordinal);
                await page.GetByRole(AriaRole.Link, new() { Name = "Draft, to print" }).ClickAsync();
                await Assertions.Expect(page.Locator("article")).ToContainTextAsync("No source of the money");
                await page.GotoAsync("/aml");
                await Assertions.Expect(page.GetByText("does not replace them")).ToBeVisibleAsync();
                Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
            },
            VisitSetup.Phone with { Dark = true });
    }

    private async Task<string> PaidAsync()
    {
        var placed = await browser.Marketplace.PayableAsync();
        await browser.Sandbox.PayAsync(PagoClient.PaymentId(placed), new JsonObject());
        await browser.Marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
        return PagoClient.Id(placed);
    }
}
