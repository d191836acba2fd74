using System.Text;
using Microsoft.Playwright;

namespace PagoConsole.Tests.Browser.Pages;

/// <summary>The pages of reconciliation.</summary>
internal sealed class ReconciliationDesk(IPage page)
{
    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Rows => page.Locator("table.differences tbody tr");

    public ILocator Panel => page.GetByRole(AriaRole.Complementary, new() { Name = "Difference" });

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    /// <summary>From the calendar of a month to a day of it.</summary>
    public static async Task<ReconciliationDesk> OpenAsync(Visit visit, string person, string month, string day)
    {
        await SignInForm.AsAsync(visit, person, $"/reconciliation?month={month}");
        await visit.Page.Locator($"ol a[href='/reconciliation/{month}-{day}']").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Reports of the day" })).ToBeVisibleAsync();
        return new ReconciliationDesk(visit.Page);
    }

    public ILocator Button(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name }).First;

    public ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name });

    public async Task DecideAsync(string choice, string note)
    {
        await page.Locator("label.option").Filter(new() { HasText = choice }).First.GetByRole(AriaRole.Radio).CheckAsync();
        await page.GetByLabel("Why (needed)").FillAsync(note);
        await page.Locator("form").GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();
    }

    public async Task UploadAsync(string name, string csv)
    {
        await Button("Upload a report").ClickAsync();
        await page.GetByLabel("Report of").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
    }

    public Task ShowsAsync(string text) => Assertions.Expect(Main).ToContainTextAsync(text, new() { Timeout = 20_000 });
}
