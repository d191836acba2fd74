using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PagoConsole.Core.Foundation;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>Finance, the bank's credits, and orders that cannot be invoiced.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReconciliationJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_bank_credit_is_entered_uploaded_and_struck_out() => browser.VisitAsync(async visit =>
    {
        var page = visit.Page;
        var reference = OrderJson.NewId("BCP");
        var today = Lima.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await SignInForm.AsAsync(visit, "finance", "/reconciliation/settlement");
        await page.GetByLabel("Amount", new() { Exact = true }).FillAsync("12.50");
        await page.GetByLabel("Reference", new() { Exact = true }).FillAsync(reference);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter credit" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = reference });
        await Assertions.Expect(row).ToContainTextAsync("12.50");

        var file = Encoding.UTF8.GetBytes($"date,currency,amount,reference\n{today},PEN,12.50,{reference}\n{today},PEN,none,X\n");
        await page.GetByLabel("Upload file").SetInputFilesAsync(new FilePayload { Name = "bank.csv", MimeType = "text/csv", Buffer = file });
        await Assertions.Expect(page.GetByText("2 lines: 0 taken, 1 already there, 1 refused.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Line 3:")).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = "Strike out" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("Another shop's");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Strike out" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Another shop's");
    });

    [Fact]
    public async Task An_order_that_cannot_be_invoiced_is_on_the_list_and_in_its_file()
    {
        var order = OrderJson.New();
        order["invoice"] = new JsonObject { ["type"] = "factura", ["ruc"] = "20100047219", ["businessName"] = "=Empresa SAC" };
        order["seller"] = new JsonObject { ["id"] = OrderJson.NewId("s"), ["ruc"] = "20100047218" };
        var placed = await browser.Marketplace.PayableAsync(order);
        var (id, seller) = (PagoClient.Id(placed), order["seller"]!["id"]!.GetValue<string>());
        await browser.Sandbox.PayAsync(PagoClient.PaymentId(placed));
        await browser.Marketplace.UntilAsync(id, "Paid");
        await browser.VisitAsync(
            async visit =>
            {
                await SignInForm.AsAsync(visit, "auditor", $"/reconciliation/invoices?seller={seller}&fault=RucCheckDigit");
                await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "RUC check digit is wrong" })).ToHaveCountAsync(1);
                await visit.CheckAccessibilityAsync();
                Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

                var answer = await visit.Page.Context.APIRequest.GetAsync($"/reconciliation/invoices.csv?seller={seller}");
                var csv = await answer.BodyAsync();
                Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
                var line = Encoding.UTF8.GetString(csv).Split("\r\n")[1];
                Assert.StartsWith($"{id},", line, StringComparison.Ordinal);
                Assert.EndsWith(",wrong,ruc_check_digit", line, StringComparison.Ordinal);
                Assert.DoesNotContain(",=", line, StringComparison.Ordinal);
            },
            VisitSetup.Phone with { Dark = true });
    }
}
