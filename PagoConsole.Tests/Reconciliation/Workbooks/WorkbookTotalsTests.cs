using ClosedXML.Excel;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Workbooks;

public sealed class WorkbookTotalsTestsOnSqlite() : WorkbookTotalsTests(StorageProvider.Sqlite);

public sealed class WorkbookTotalsTestsOnPostgres() : WorkbookTotalsTests(StorageProvider.Postgres);

/// <summary>The workbook says the same as the screen, to the céntimo, whoever reads it.</summary>
public abstract class WorkbookTotalsTests(StorageProvider provider) : WorkbookTest(provider)
{
    [Fact]
    public async Task The_summary_has_the_totals_of_the_day()
    {
        await ReconcileAsync();

        var summary = new BookReader(await WriteAsync()).Cells("Summary");

        var totals = await TotalsAsync();
        Assert.Equal(2, totals.Count);
        foreach (var total in totals)
        {
            var row = summary.Single(cells => total.Currency.Code.Equals(cells[0]));
            Assert.Equal(
                [total.Orders, total.OrdersMinor / 100m, total.ReceivedMinor / 100m, total.Rows, total.ReportMinor / 100m],
                row[1..6].Select(BookReader.Number));
            Assert.Equal([total.FeeMinor / 100m, total.FeeTaxMinor / 100m, total.NetMinor / 100m], row[11..14].Select(BookReader.Number));
        }
    }

    [Fact]
    public async Task What_is_worked_out_stands_there_for_who_does_not_reckon()
    {
        await ReconcileAsync();

        var book = new BookReader(await WriteAsync());

        var pen = (await TotalsAsync()).Single(t => t.Currency == Currency.Pen);
        Assert.NotEqual(0, pen.ReportMinor - pen.OrdersMinor);
        Assert.Equal((pen.ReportMinor - pen.OrdersMinor) / 100m, BookReader.Number(book.Cells("Summary").Single(cells => "PEN".Equals(cells[0]))[6]));
        Assert.Equal((pen.ReportMinor - pen.OrdersMinor) / 100m, BookReader.Number(book.Rows("Days").Single(row => "PEN".Equals(row["Currency"]))["Report less orders"]));
        Assert.Equal((await DifferencesAsync()).Count, BookReader.Number(book.Rows("By day and kind").Single()["Total"]));
    }

    [Fact]
    public async Task What_is_done_with_is_not_at_stake()
    {
        await ReconcileAsync();
        var missing = (await DifferencesAsync()).Single(d => d.Kind == DifferenceKind.MissingInReport);
        Assert.True((await Get<DecideDifference>().RunAsync(missing.DifferenceId, new(DifferenceState.Explained, "Comes tomorrow"), Finance, Ct)).Done);

        var summary = new BookReader(await WriteAsync()).Cells("Summary");

        var head = summary.Single(cells => "Kind".Equals(cells[0]));
        Assert.Equal(["Count", "Open", "Done with", "Open at stake, PEN", "Done with, PEN"], head[1..6]);
        Assert.Equal([1, 0, 1, 0, 33.33m], summary.Single(cells => "Missing in report".Equals(cells[0]))[1..6].Select(BookReader.Number));
        var all = await DifferencesAsync();
        var open = all.Where(d => d.IsOpen).ToList();
        Assert.Equal([all.Count, open.Count, 1, open.Sum(d => d.AtStakeMinor) / 100m, 33.33m], summary.Single(cells => "Total".Equals(cells[0]))[1..6].Select(BookReader.Number));
    }

    [Fact]
    public async Task The_lines_come_to_what_the_report_comes_to()
    {
        await ReconcileAsync();

        var lines = new BookReader(await WriteAsync()).Rows("Lines");

        foreach (var total in await TotalsAsync())
        {
            var own = lines.Where(line => total.Currency.Code.Equals(line["Currency"])).ToList();
            Assert.Equal(total.Rows, own.Count);
            Assert.Equal(total.ReportMinor / 100m, own.Sum(line => BookReader.Number(line["Amount"])));
            Assert.Equal(total.NetMinor / 100m, own.Sum(line => BookReader.Number(line["Net"])));
            Assert.Equal(total.ReportMinor / 100m, own.Sum(line => BookReader.Number(line["Counted in the totals"] ?? 0m)));
        }

        var paired = lines.First(line => "T-1".Equals(line["Order"]));
        Assert.Equal(("T-1", "By payment", 120.10m), (paired["Our order"], paired["Paired"], BookReader.Number(paired["Our amount"])));
        Assert.Equal("No order", lines.Single(line => Evil.Equals(line["Order"]))["Paired"]);
        Assert.Equal(2m, BookReader.Number(lines[0]["Line"])); // the header is line 1
        Assert.Equal("Amount differs", lines.Single(line => BookReader.Number(line["Amount"]) == 60.50m)["Differences"]);
    }

    [Fact]
    public async Task There_is_a_sheet_for_each_kind_that_occurs_and_no_other()
    {
        await ReconcileAsync();

        var book = new BookReader(await WriteAsync());

        var found = (await DifferencesAsync()).GroupBy(d => d.Kind).ToDictionary(g => g.Key, g => g.Count());
        var names = new Dictionary<DifferenceKind, string>
        {
            [DifferenceKind.MissingInReport] = "Missing in report",
            [DifferenceKind.MissingLocally] = "Unknown here",
            [DifferenceKind.AmountMismatch] = "Amount differs",
            [DifferenceKind.DuplicateLine] = "Duplicate line",
            [DifferenceKind.UnknownSeller] = "Unknown seller",
        };
        Assert.Equal(names.Keys.Order(), found.Keys.Order());
        Assert.Equal(["Summary", "Days", "By day and kind", .. names.OrderBy(n => n.Key).Select(n => n.Value), "Settlement", "Lines"], book.Sheets);
        foreach (var (kind, name) in names) Assert.Equal(found[kind], book.Rows(name).Count);
        var amount = book.Rows("Amount differs").Single();
        Assert.Equal((60m, 60.50m, 0.50m, "Open"), (BookReader.Number(amount["Here"]), BookReader.Number(amount["In report"]), BookReader.Number(amount["At stake"]), amount["State"]));
    }

    [Fact]
    public async Task Another_library_reads_the_same_sums_and_works_the_formulas_out()
    {
        await ReconcileAsync();

        using var book = new XLWorkbook(await WriteAsync());

        var total = (await TotalsAsync()).Single(t => t.Currency == Currency.Pen);
        var lines = book.Worksheet("Lines").RowsUsed().Skip(1).Where(row => row.Cell(12).GetString() == "PEN").ToList();
        Assert.Equal(total.ReportMinor / 100m, lines.Sum(row => (decimal)row.Cell(13).GetDouble()));
        var summary = book.Worksheet("Summary");
        var pen = summary.RowsUsed().First(row => row.Cell(1).GetString() == "PEN");
        Assert.Equal((double)(total.ReportMinor - total.OrdersMinor) / 100, pen.Cell(7).GetDouble(), 2);
        var kinds = summary.RowsUsed().First(row => row.Cell(1).GetString() == "Total");
        Assert.Equal((await DifferencesAsync()).Count, kinds.Cell(2).GetDouble());
        Assert.Equal(Day.ToDateTime(TimeOnly.MinValue), DateTime.FromOADate(book.Worksheet("Lines").Cell(2, 1).GetDouble()));
        Assert.Equal(new DateTime(2026, 11, 22, 12, 0, 0), DateTime.FromOADate(book.Worksheet("Lines").Cell(2, 10).GetDouble()));
    }

    [Fact]
    public async Task The_settlement_stands_by_date_and_seller()
    {
        await ReconcileAsync();

        var rows = new BookReader(await WriteAsync()).Rows("Settlement");

        Assert.Equal(3, rows.Count); // soles without a seller, dollars without, soles of the unknown one
        Assert.All(rows, row => Assert.Equal(new DateTime(2026, 11, 24), row["Settlement date"]));
        Assert.Equal((await TotalsAsync()).Sum(t => t.NetMinor) / 100m, rows.Sum(row => BookReader.Number(row["Net"])));
    }

    [Fact]
    public async Task The_settlement_can_be_taken_with_the_totals_of_its_page()
    {
        await ReconcileAsync();
        var credit = new CreditEntry(Day, Money.Of(10.50m, Currency.Pen), Evil);
        Assert.True((await Get<TakeBankCredits>().EnterAsync(credit, Finance, Ct)).Done);
        var period = new SettlementFilter(Day, Day.AddDays(8));

        var book = new BookReader((await Get<ExportSettlement>().RunAsync(period, "en", Finance, Ct)).Value.Content!);

        var view = (await Get<SettlementBoard>().ReadAsync(period, Finance, Ct)).Value;
        var balances = book.Cells("Summary").Where(cells => cells[0] is "PEN" or "USD").ToList();
        Assert.Equal(view.Balances.Select(b => b.ClosingMinor / 100m), balances.Select(cells => BookReader.Number(cells[4])));
        var dates = book.Rows("By settlement date");
        Assert.Equal(view.Days.Count + view.Balances.Count, dates.Count);
        Assert.Equal(view.Balances.Select(b => b.Expected.NetMinor / 100m), dates.Where(row => "Total".Equals(row["Settlement date"])).Select(row => BookReader.Number(row["Expected"])));
        Assert.All(dates.Where(row => "Not due yet".Equals(row["State"])), row => Assert.Null(row["Difference"]));
        var taken = Assert.Single(book.Rows("Bank credits"));
        Assert.Equal((10.50m, Evil), (BookReader.Number(taken["Amount"]), taken["Reference"]));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ExportSettlement>().RunAsync(period, "en", Marketplace, Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task A_filter_holds_for_differences_and_lines()
    {
        await ReconcileAsync();
        var filter = new DifferenceFilter { From = Day, To = Day, Kinds = new HashSet<DifferenceKind> { DifferenceKind.AmountMismatch } };

        var book = new BookReader(await WriteAsync(filter: filter));

        Assert.Equal(["Summary", "Days", "By day and kind", "Amount differs", "Settlement", "Lines"], book.Sheets);
        Assert.Equal(60.50m, BookReader.Number(book.Rows("Lines").Single()["Amount"]));
    }

    [Fact]
    public async Task A_period_without_a_day_says_so()
    {
        var book = new BookReader(await WriteAsync());

        Assert.Equal(["Summary", "Days", "Settlement", "Lines"], book.Sheets);
        Assert.Contains(book.Cells("Summary"), cells => "No day of this period has been reconciled yet.".Equals(cells[0]));
        Assert.Empty(book.Rows("Lines"));
    }

    [Fact]
    public async Task A_sheet_that_is_full_goes_on_on_a_further_one()
    {
        await ReconcileAsync();
        var request = Request();

        var book = new BookReader(await WriteAsync(request, rowsOfSheet: 4));

        Assert.Equal(["Lines", "Lines 2"], book.Sheets.Where(name => name.StartsWith("Lines", StringComparison.Ordinal)));
        Assert.Equal((4, 4), (book.Rows("Lines").Count, book.Rows("Lines 2").Count));
        Assert.Equal(8, book.Rows("Lines").Concat(book.Rows("Lines 2")).Select(line => line["Line"]).Distinct().Count());
    }
}
