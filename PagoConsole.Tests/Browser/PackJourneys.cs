using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class PackJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_lead_takes_the_whole_pack_with_a_reason_and_the_page_goes_on() => browser.VisitAsync(async visit =>
    {
        var order = OrderJson.New();
        var placed = await browser.Marketplace.PayableAsync(order);
        var file = await OrderFile.OpenAsync(visit, "lead", PagoClient.Id(placed));
        await Assertions.Expect(file.Card("Evidence")).ToContainTextAsync("Not yet");
        await visit.CheckAccessibilityAsync();
        await file.PressAsync("With personal data…");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => new CaseDesk(visit.Page).AnswerDialogAsync("Court file 12/2026", "Make it"));

        Assert.Matches(new Regex(@"\Aevidence-.*\.zip\z"), download.SuggestedFilename);
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        using var summary = new StreamReader(await zip.GetEntry("summary.en.html")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains(order.Text("account.documentNumber")!, await summary.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Assertions.Expect(file.Timeline).ToContainTextAsync("Court file 12/2026");
        await Assertions.Expect(file.Card("Evidence")).ToBeVisibleAsync();
    });
}
