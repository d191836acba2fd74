using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using PagoConsole.Layout;
using PagoConsole.Reconciliation.Days;
using PagoConsole.Reconciliation.Differences;
using static PagoConsole.Tests.Reconciliation.Differences.DifferencesToHave;

namespace PagoConsole.Tests.Components;

public sealed class ReconciliationPageTests : PageTest
{
    [Fact]
    public async Task The_month_shows_open_of_all_and_leads_to_the_day()
    {
        await MatchAsync(Get<Writes>(), Day);
        await FoundAsync(New(Time.GetUtcNow(), atStake: 30m), New(Time.GetUtcNow(), day: new DateOnly(2026, 10, 5)));

        var page = Show<MonthPage>(Role.Auditor, "/reconciliation");

        var cell = page.WaitForElement("a[href='/reconciliation/2026-11-21']");
        Assert.Equal("1", cell.QuerySelector(".count strong")!.TextContent);
        Assert.Contains("heat-1", cell.ClassName, StringComparison.Ordinal);
        Assert.Contains("1 of 1 differences open, S/ 30.00 at stake", cell.QuerySelector(".visually-hidden")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 differences of other months are open", page.Markup, StringComparison.Ordinal);
        Assert.Equal(22, page.FindAll("details tbody tr").Count); // 22 November is today
        Assert.NotNull(page.Find("a[href='/reconciliation?month=2026-10']"));
        Assert.Empty(page.FindAll("a[href='/reconciliation?month=2026-12']"));
    }

    [Fact]
    public void An_empty_month_says_what_to_do()
    {
        var page = Show<MonthPage>(Role.Finance, "/reconciliation?month=2026-09");

        page.WaitForAssertion(() => Assert.Contains("pull its report, or upload the file", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("a[href='/reconciliation/2026-09-30']"));
    }

    [Fact]
    public async Task The_rail_counts_what_is_open()
    {
        var rail = Show<Rail>(Role.Finance, "/reconciliation");
        rail.WaitForElement("a[href='/reconciliation']");

        var found = New(Time.GetUtcNow());
        await FoundAsync(found);
        await Get<AssignDifference>().RunAsync(found.DifferenceId, Fina.Signature, null, Fina, Ct);

        rail.WaitForAssertion(() => Assert.Equal("1", rail.Find("a[href='/reconciliation'] .count").TextContent));
    }

    [Fact]
    public async Task A_day_shows_its_money_three_ways_and_its_differences()
    {
        await MatchAsync(Get<Writes>(), Day);
        await FoundAsync(New(Time.GetUtcNow()), New(Time.GetUtcNow(), DifferenceKind.FeeMismatch, 1.18m, here: "3.00 + 0.54", there: "4.00 + 0.72"));

        var page = ShowDay(Role.Finance, "/reconciliation/2026-11-21");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("table.differences tbody tr").Count));
        Assert.Contains("-20.00", page.Find(".gap").TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["Amount differs", "Commission differs"], page.FindAll("table.bars th a").Select(a => a.TextContent));
        Assert.Contains("S/ 3.00 + S/ 0.54", page.Markup, StringComparison.Ordinal);
        Assert.Contains("/reconciliation/export?from=2026-11-21&to=2026-11-21", page.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("?kind=FeeMismatch", 1)]
    [InlineData("?view=All", 3)]
    [InlineData("?view=Explained", 1)]
    [InlineData("?owner=none", 2)]
    [InlineData("?kind=nonsense", 2)]
    [InlineData("?q=MP-1", 0)]
    public async Task The_rows_are_filtered_by_the_address(string query, int rows)
    {
        await MatchAsync(Get<Writes>(), Day);
        var done = New(Time.GetUtcNow());
        await FoundAsync(New(Time.GetUtcNow()), New(Time.GetUtcNow(), DifferenceKind.FeeMismatch), done);
        await Get<DecideDifference>().RunAsync(done.DifferenceId, new(DifferenceState.Explained, "because"), Fina, Ct);

        var page = ShowDay(Role.Auditor, $"/reconciliation/2026-11-21{query}");

        page.WaitForAssertion(() => Assert.Contains(rows == 0 ? "Nothing under this filter" : "shown", page.Markup, StringComparison.Ordinal));
        Assert.Equal(rows, page.FindAll("table.differences tbody tr").Count);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task Who_only_reads_finds_no_action()
    {
        await MatchAsync(Get<Writes>(), Day);

        var page = ShowDay(Role.Auditor, "/reconciliation/2026-11-21");

        page.WaitForAssertion(() => Assert.Contains("Money three ways", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Close the day", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Upload a report", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_none_is_missing()
    {
        var page = ShowDay(Role.Auditor, "/reconciliation/2026-11-41");

        page.WaitForElement(".empty");
        Assert.DoesNotContain("Reports of the day", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_is_closed_from_its_page()
    {
        await MatchAsync(Get<Writes>(), Day);
        var page = ShowDay(Role.Finance, "/reconciliation/2026-11-21");
        page.WaitForAssertion(() => Assert.Contains("Nothing disagrees", page.Markup, StringComparison.Ordinal));

        page.Press(() => Button(page, "Close the day"));
        page.WaitForElement(".mud-dialog");
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Close the day"));

        page.WaitForAssertion(() => Assert.Contains("Closed by", page.Markup, StringComparison.Ordinal));
        Assert.Equal(DayState.Closed, (await Get<DayView>().ReadAsync(Day, Auditor, Ct)).Value.State);
    }

    [Fact]
    public async Task A_difference_shows_the_records_with_the_field_marked_and_is_explained()
    {
        var found = New(Time.GetUtcNow());
        await FoundAsync(found);
        var page = ShowDifference(Role.Finance, found);

        page.WaitForAssertion(() => Assert.Contains("S/ 120.00", page.Find("tr.differs").TextContent, StringComparison.Ordinal));
        Assert.StartsWith("Amount", page.Find("tr.differs th").TextContent.Trim(), StringComparison.Ordinal);
        await page.Find("input[value=Explained]").ChangeAsync(new ChangeEventArgs());
        await page.Find(".work form").SubmitAsync();
        Assert.Contains("Please say why", page.Find("#difference-fault").TextContent, StringComparison.Ordinal);
        await page.Find("#difference-note").InputAsync(new ChangeEventArgs { Value = "Promotion of the agent" });
        await page.Find(".work form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Open → Explained", page.Find(".timeline").TextContent, StringComparison.Ordinal));
        Assert.Contains("Promotion of the agent", page.Find(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_person_sees_what_the_first_wants_to_write_off()
    {
        var found = New(Time.GetUtcNow(), atStake: 500m);
        await FoundAsync(found);
        await Get<DecideDifference>().RunAsync(found.DifferenceId, new(DifferenceState.WrittenOff, "Not to be had"), Fito, Ct);

        var page = ShowDifference(Role.Finance, found);

        page.WaitForAssertion(() => Assert.Contains("Write-off of S/ 500.00 asked for", page.Find(".first").TextContent, StringComparison.Ordinal));
        Assert.Contains("Not to be had", page.Find(".first").TextContent, StringComparison.Ordinal);
        Assert.Contains("Confirm the write-off", page.Find(".work form").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_for_a_write_off_is_not_offered_to_confirm_it()
    {
        var found = New(Time.GetUtcNow(), atStake: 500m);
        await FoundAsync(found);
        await Get<DecideDifference>().RunAsync(found.DifferenceId, new(DifferenceState.WrittenOff, "Not to be had"), Person("Finance"), Ct);

        var page = ShowDifference(Role.Finance, found);

        page.WaitForAssertion(() => Assert.Contains("a different person of finance must confirm", page.Find(".first").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Confirm the write-off", page.Find(".work form").TextContent, StringComparison.Ordinal);
        Assert.Contains("Do not write off", page.Find(".work form").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chip_that_is_on_counts_what_it_shows()
    {
        await MatchAsync(Get<Writes>(), Day);
        var second = New(Time.GetUtcNow(), atStake: 500m);
        await FoundAsync(New(Time.GetUtcNow()), New(Time.GetUtcNow(), DifferenceKind.FeeMismatch), second);
        await Get<DecideDifference>().RunAsync(second.DifferenceId, new(DifferenceState.WrittenOff, "Not to be had"), Fito, Ct);

        var page = ShowDay(Role.Finance, "/reconciliation/2026-11-21?kind=FeeMismatch");

        page.WaitForAssertion(() => Assert.Equal("1", Chip(page, "Commission differs").QuerySelector(".count")!.TextContent));
        Assert.Equal("/reconciliation/2026-11-21", Chip(page, "Commission differs").GetAttribute("href"));
        Assert.Equal("3", Chip(page, "All kinds").QuerySelector(".count")!.TextContent);
        Assert.Equal("0", Chip(page, "Second person needed").QuerySelector(".count")!.TextContent); // of this kind
    }

    [Fact]
    public async Task What_waits_for_a_second_person_is_counted()
    {
        await MatchAsync(Get<Writes>(), Day);
        var second = New(Time.GetUtcNow(), atStake: 500m);
        await FoundAsync(New(Time.GetUtcNow()), second);
        await Get<DecideDifference>().RunAsync(second.DifferenceId, new(DifferenceState.WrittenOff, "Not to be had"), Fito, Ct);

        var page = ShowDay(Role.Finance, "/reconciliation/2026-11-21");

        page.WaitForAssertion(() => Assert.Equal("1", Chip(page, "Second person needed").QuerySelector(".count")!.TextContent));
    }

    [Fact]
    public async Task What_a_page_shows_can_be_taken_as_a_file()
    {
        await MatchAsync(Get<Writes>(), Day);
        await FoundAsync(New(Time.GetUtcNow()));

        var page = ShowDay(Role.Auditor, "/reconciliation/2026-11-21?kind=AmountMismatch&owner=none");

        page.WaitForElement("table.differences");
        Assert.Equal(
            "/reconciliation/export?from=2026-11-21&to=2026-11-21&kind=AmountMismatch&state=Open%2CWaitingForPagoEfectivo&owner=none&form=DifferencesCsv&lines=no",
            page.Find("a[aria-label='Export these rows as CSV']").GetAttribute("href"));
    }

    private static IElement Chip(IRenderedComponent<IComponent> page, string label) =>
        page.FindAll("a.filter").First(chip => chip.QuerySelector("span")!.TextContent == label);

    private Task FoundAsync(params Difference[] found) => FindAsync(Get<Writes>(), Get<DifferenceFollowUp>(), found);

    private IRenderedComponent<PageInFrame<DayPage>> ShowDay(Role role, string path) => Show<DayPage>(role, path, ("DayText", path.Split('/')[^1].Split('?')[0]));

    private IRenderedComponent<PageInFrame<PagoConsole.Reconciliation.Differences.DifferencePage>> ShowDifference(Role role, Difference found) =>
        Show<PagoConsole.Reconciliation.Differences.DifferencePage>(role, $"/reconciliation/differences/{found.DifferenceId}", ("DifferenceId", found.DifferenceId));

    private static IElement Button(IRenderedComponent<IComponent> page, string name) => page.FindAll("button").Single(button => button.TextContent.Trim() == name);
}
