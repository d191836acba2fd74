using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>Finance and the money that does not simply settle its order.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MoneyDeskJourneys(ConsoleBrowser browser)
{
    [Fact]
    public async Task A_large_late_payment_is_reinstated_by_two_people()
    {
        var id = await LateAsync(3500m);
        await browser.VisitAsync(async first =>
        {
            var fina = await MoneyCaseDesk.OpenAsync(first, "finance", id);
            await fina.ShowsAsync("This amount takes two people");
            await fina.DecideAsync("Reinstate the order", "Stock is there");
            await fina.ShowsAsync("You chose first");
            Assert.Equal("PaidLate", await browser.Marketplace.StatusAsync(id));

            await browser.VisitAsync(async second =>
            {
                var fito = await MoneyCaseDesk.OpenAsync(second, "finance2", id);
                await fito.ShowsAsync("Stock is there");
                await fito.DecideAsync("Reinstate the order", "Agreed");
                await Assertions.Expect(fito.State).ToContainTextAsync("Settled");
                await Assertions.Expect(fito.Told).ToBeFocusedAsync();
                await Assertions.Expect(fito.Told).ToContainTextAsync("Settled: Reinstate the order");
                await second.CheckAccessibilityAsync();
            });
            await Assertions.Expect(fina.State).ToContainTextAsync("Settled");
        });
        await browser.Marketplace.UntilAsync(id, "Paid");
        var callbacks = await browser.Sandbox.CallbacksUntilAsync(id, "order.paid");
        Assert.True(callbacks.Single(callback => callback.Type == "order.paid").Json.At("data.reinstated")!.GetValue<bool>());
    }

    [Fact]
    public async Task Late_money_goes_back_by_transfer_with_its_proof()
    {
        var id = await LateAsync(129.90m);
        var proof = "%PDF-1.7 transfer"u8.ToArray();
        await browser.VisitAsync(async visit =>
        {
            var desk = await MoneyCaseDesk.OpenAsync(visit, "finance", id);
            await desk.Choice("Refund by bank transfer").CheckAsync();
            await visit.Page.GetByLabel("Account holder's full name").FillAsync("Ana Quispe");
            await visit.Page.GetByLabel("Document number").FillAsync("45678912");
            await visit.Page.GetByLabel("Bank", new() { Exact = true }).FillAsync("BCP");
            await visit.Page.GetByLabel("CCI or account number").FillAsync("002-193-001234567890-15");
            await visit.CheckAccessibilityAsync();
            await desk.DecideAsync("Refund by bank transfer", "Asked for on the phone");
            await browser.Marketplace.UntilAsync(id, "RefundRequested");

            await visit.Page.GetByLabel("Reference", new() { Exact = true }).FillAsync("OP-4711");
            await visit.Page.GetByLabel("Proof (PDF").SetInputFilesAsync(new FilePayload { Name = "transfer.pdf", MimeType = "application/pdf", Buffer = proof });
            await desk.ShowsAsync("Ready: transfer.pdf");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
            await Assertions.Expect(desk.State).ToContainTextAsync("Settled");

            var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "transfer.pdf" }).ClickAsync());
            Assert.Equal(proof, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
            await browser.Marketplace.UntilAsync(id, "Refunded");
        });
    }

    [Fact]
    public Task Every_way_in_which_money_does_not_fit_is_on_the_desk_and_in_its_file() => browser.VisitAsync(
        async visit =>
        {
            var expected = new Dictionary<string, string>
            {
                [await LateAsync(120m)] = "Late",
                [await PaidAsync(new JsonObject { ["amount"] = 100 })] = "Short",
                [await PaidAsync(new JsonObject { ["amount"] = 500 })] = "Over",
                [await PaidAsync(new JsonObject { ["currency"] = "USD" })] = "ForeignCurrency",
                [await PaidAsync(new JsonObject(), new JsonObject())] = "PaidTwice",
            };
            await SignInForm.AsAsync(visit, "auditor", "/money");
            foreach (var (id, kind) in expected)
            {
                var csv = await Eventually.BecomesAsync($"the case of {id}", () => CsvAsync(visit, id), text => text.Contains(id, StringComparison.Ordinal));
                Assert.Contains($",{kind},{id},", csv, StringComparison.Ordinal);
            }

            await visit.Page.GotoAsync("/money?kind=Over");
            await Assertions.Expect(visit.Page.Locator("tbody tr").First).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = true });

    private static async Task<string> CsvAsync(Visit visit, string orderId)
    {
        var answer = await visit.Page.Context.APIRequest.GetAsync($"/money/cases.csv?q={orderId}");
        Assert.Equal("attachment", answer.Headers["content-disposition"].Split(';')[0]);
        return await answer.TextAsync();
    }

    private async Task<string> LateAsync(decimal amount)
    {
        var placed = await browser.Marketplace.PayableAsync(OrderJson.New(amount: amount));
        await browser.Sandbox.ExpireAsync(PagoClient.PaymentId(placed));
        await browser.Marketplace.UntilAsync(PagoClient.Id(placed), "Expired");
        await browser.Sandbox.PayAsync(PagoClient.PaymentId(placed));
        await browser.Marketplace.UntilAsync(PagoClient.Id(placed), "PaidLate");
        return PagoClient.Id(placed);
    }

    private async Task<string> PaidAsync(params JsonObject[] payments)
    {
        var placed = await browser.Marketplace.PayableAsync();
        foreach (var how in payments) await browser.Sandbox.PayAsync(PagoClient.PaymentId(placed), how);
        return PagoClient.Id(placed);
    }
}
