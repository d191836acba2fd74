using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;

namespace PagoConsole.Tests.Browser;

/// <summary>Finance and a day: from the calendar to the closed day.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DayJourneys(ConsoleBrowser browser)
{
    private const string Header = "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id\n";

    [Fact]
    public Task Finance_pulls_a_day_works_its_differences_off_and_closes_it() => browser.VisitAsync(async visit =>
    {
        await browser.Sandbox.ReportAsync(
            "2026-08-12",
            $"{Header}pay_x1,X-1,00011,paid,PEN,80.00,2.00,0.36,77.64,AGENTE-BCP,2026-08-12T15:00:00-05:00,2026-08-14,tx_x1,\n"
            + "pay_x2,X-2,00012,paid,PEN,90.00,2.00,0.36,87.64,AGENTE-BCP,2026-08-12T16:00:00-05:00,2026-08-14,tx_x2,\n");
        var desk = await ReconciliationDesk.OpenAsync(visit, "finance", "2026-08", "12");
        await desk.Button("Pull again").ClickAsync();
        await desk.ShowsAsync("Matched: 2 report lines");
        await Assertions.Expect(desk.Rows).ToHaveCountAsync(2);
        await visit.CheckAccessibilityAsync();

        await desk.Rows.First.GetByRole(AriaRole.Link, new() { Name = "Unknown here" }).ClickAsync();
        await desk.Panel.GetByRole(AriaRole.Link, new() { Name = "All of it" }).ClickAsync();
        await Assertions.Expect(desk.Heading("The records side by side")).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await desk.DecideAsync("Explain", "Order of the old shop");
        await desk.ShowsAsync("Open → Explained");

        await visit.Page.GotoAsync("/reconciliation/2026-08-12");
        await Assertions.Expect(desk.Rows).ToHaveCountAsync(1);
        await desk.Rows.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await desk.Button("Explain").ClickAsync();
        await desk.Dialog.GetByRole(AriaRole.Textbox).FillAsync("The same");
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Explain", Exact = true }).ClickAsync();
        await desk.ShowsAsync("All 2 differences are done with");

        await desk.Button("Close the day").ClickAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close the day", Exact = true }).ClickAsync();
        await desk.ShowsAsync("Closed by");
        await visit.Page.GotoAsync("/reconciliation?month=2026-08");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Closed. 0 of 2 differences open" })).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
    });

    [Fact]
    public Task A_file_by_hand_is_checked_line_by_line_also_on_a_phone() => browser.VisitAsync(
        async visit =>
        {
            var desk = await ReconciliationDesk.OpenAsync(visit, "finance", "2026-08", "13");
            await desk.UploadAsync("broken.csv", $"{Header}pay_y1,Y-1,00011,paid,PEN,eighty,2.00,0.36,77.64,,2026-08-13T15:00:00-05:00,2026-08-17,tx_y1,\n");
            await desk.ShowsAsync("The report does not count");
            await desk.UploadAsync("whole.csv", Header);
            await desk.ShowsAsync("Matched: 0 report lines, 0 orders agree, 0 differences");
            await desk.ShowsAsync("Nothing disagrees");
            await visit.CheckAccessibilityAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = true });
}
