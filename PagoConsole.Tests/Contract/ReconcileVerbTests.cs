using System.Text.Json.Nodes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Tests.Hosting;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Reconciliation;

namespace PagoConsole.Tests.Contract;

/// <summary>The verb as a shell sees it, beside a console that serves on the same file.</summary>
public sealed class ReconcileVerbTests(ServingConsole serving) : IClassFixture<ServingConsole>, IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ConsoleProcess Console => serving.Console;

    private PagoClient Marketplace => new(Console);

    private SandboxControls Sandbox => new(Console);

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task What_was_paid_today_agrees_with_the_report_that_is_pulled()
    {
        var before = Lima.DayOf(TimeProvider.System.GetUtcNow());
        foreach (var _ in (int[])[1, 2, 3])
        {
            var placed = await Marketplace.PayableAsync();
            await Sandbox.PayAsync(PagoClient.PaymentId(placed));
            await Marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
        }

        var (orders, rows, matched) = (0, 0, 0);
        foreach (var day in ((DateOnly[])[before, Lima.DayOf(TimeProvider.System.GetUtcNow())]).Distinct())
        {
            var run = await JsonAsync(0, "--date", $"{day:yyyy-MM-dd}");
            Assert.Empty(run["differences"]!.AsObject());
            orders += run["orders"]!.GetValue<int>();
            rows += run["report_rows"]!.GetValue<int>();
            matched += run["matched"]!.GetValue<int>();
            if (run["totals"]!["PEN"] is { } totals) Assert.Equal(totals["orders"]!.GetValue<decimal>(), totals["report"]!.GetValue<decimal>());
        }

        Assert.Equal((3, 3, 3), (orders, rows, matched));
    }

    [Fact]
    public async Task Differences_are_found_in_a_report_of_the_simulator_and_in_one_from_a_file()
    {
        var day = new PlantedDay(new DateOnly(2026, 3, 2), seed: 11, orders: 120);
        await File.WriteAllLinesAsync(file, day.Orders.Prepend("order_id,placed_at,amount,currency,account_id,account_created_at,ip,seller_id,status,paid_at,payment_id,cip,transaction_id"), Ct);
        Assert.Equal(0, (await Console.RunVerbAsync("import", "orders", file)).ExitCode);
        var expected = day.Expected.ToDictionary(e => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(e.Key.ToString()), e => e.Value);

        await Sandbox.ReportAsync("2026-03-02", day.Csv(1));
        var pulled = await JsonAsync(0, "--date", "2026-03-02");
        await File.WriteAllTextAsync(file, day.Csv(2), Ct);
        var read = await JsonAsync(0, "--date", "2026-03-02", "--report", file);

        foreach (var run in (JsonNode[])[pulled, read])
        {
            Assert.Equal(expected.OrderBy(e => e.Key), run["differences"]!.AsObject().ToDictionary(d => d.Key, d => d.Value!.GetValue<int>()).OrderBy(e => e.Key));
            Assert.Equal(
                ("2026-03-02", day.Paid, day.Rows, day.Matched),
                (run["date"]!.GetValue<string>(), run["orders"]!.GetValue<int>(), run["report_rows"]!.GetValue<int>(), run["matched"]!.GetValue<int>()));
        }

        var book = file + ".xlsx";
        var told = await Console.RunVerbAsync("reconcile", "--date", "2026-03-02", "--report", file, "--export", book);
        Assert.True(MiniExcelLibs.MiniExcel.GetSheetNames(book).Count > day.Expected.Count, told.Error);
        File.Delete(book);
        Assert.Contains($"{day.Matched} orders agree", told.Output, StringComparison.Ordinal);
        Assert.Contains("missing_in_report", told.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Console.RunVerbAsync("verify-journal")).ExitCode);
    }

    [Fact]
    public async Task A_report_that_is_not_whole_is_exit_code_1_and_wrong_arguments_are_2()
    {
        await File.WriteAllTextAsync(file, ReportColumns.Header + "\npay_1,MP-1,1,paid,PEN,ten,0,0,0,,,,,\n", Ct);

        var broken = await JsonAsync(1, "--date", "2026-03-03", "--report", file);

        Assert.Equal(("Line", 2), (broken["error"]!["fault"]!.GetValue<string>(), broken["error"]!["line"]!.GetValue<int>()));
        Assert.Equal(2, (await Console.RunVerbAsync("reconcile", "--date", "yesterday")).ExitCode);
        Assert.Equal(2, (await Console.RunVerbAsync("reconcile", "--date", "2026-03-03", "--report", file + ".none")).ExitCode);
        var noPlace = await Console.RunVerbAsync("reconcile", "--json", "--date", "2026-03-03", "--report", file, "--export", Path.Combine(file + ".none", "book.xlsx"));
        Assert.Equal((2, ""), (noPlace.ExitCode, noPlace.Output));
        Assert.Contains("There is no folder", noPlace.Error, StringComparison.Ordinal);
    }

    private async Task<JsonNode> JsonAsync(int exitCode, params string[] arguments)
    {
        var outcome = await Console.RunVerbAsync(["reconcile", "--json", .. arguments]);
        Assert.True(outcome.ExitCode == exitCode, outcome.Output + outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
