using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

/// <summary>Finance takes figures out of the console.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExportJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_small_export_is_downloaded_at_once() => browser.VisitAsync(async visit =>
    {
        await SignInForm.AsAsync(visit, "finance", "/reconciliation/exports");
        await Assertions.Expect(visit.Page.GetByText("No large exports here")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("From").FillAsync("2026-01-05");
        await visit.Page.GetByLabel("To", new() { Exact = true }).FillAsync("2026-01-09");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());

        Assert.Equal("reconciliation-2026-01-05_2026-01-09.xlsx", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        var head = new byte[2];
        await file.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal("PK"u8.ToArray(), head);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task It_can_be_read_on_a_phone(bool dark) => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "finance", "/reconciliation/exports?whose=all");

            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Export" })).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = dark });
}
