using System.Text.Json.Nodes;
using PagoConsole.Tests.Hosting;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Intake.Import;

/// <summary>The verb as a shell sees it, beside a console that serves on the same file.</summary>
public sealed class ImportVerbTests(ServingConsole serving) : IClassFixture<ServingConsole>, IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private ConsoleProcess Console => serving.Console;

    private PagoClient Marketplace => new(Console);

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Json_is_one_object_and_nothing_else_and_refused_lines_are_exit_code_1()
    {
        await WriteAsync(HistoryFile.Header, HistoryFile.Line("V-1"), HistoryFile.Line("V-2", amount: "1.001"), HistoryFile.Line("V-3"));

        var first = await Console.RunVerbAsync("import", "orders", file, "--json");
        var again = await Console.RunVerbAsync("import", "--json", "orders", file);

        Assert.Equal((1, 1), (first.ExitCode, again.ExitCode));
        Assert.Equal(
            """{"read":3,"taken":2,"already_there":0,"refused_count":1,"refused":[{"line":3,"reason":"amount: more than two decimals"}]}""",
            first.Output.Trim());
        Assert.Equal((0, 2), (JsonNode.Parse(again.Output)!["taken"]!.GetValue<int>(), JsonNode.Parse(again.Output)!["already_there"]!.GetValue<int>()));
        Assert.Contains("3 read", first.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_order_is_read_without_a_decision_and_left_alone()
    {
        await WriteAsync(HistoryFile.Header + ",status,paid_at", HistoryFile.Line("V-9") + ",Paid,2026-03-02");

        var outcome = await Console.RunVerbAsync("import", "orders", file);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("1 lines read: 1 orders taken, 0 were there already, 0 lines refused.", outcome.Output.Trim());
        var order = (await Marketplace.ReadAsync("V-9")).Expect(200);
        Assert.Contains("\"decision\":null", order.Body, StringComparison.Ordinal);
        Assert.Equal(("Paid", "imported"), (order.Json.Text("status"), order.Json.Text("reason")));
        foreach (var action in (string[])["cancel", "refund", "shipment"])
        {
            var body = action switch
            {
                "refund" => new JsonObject { ["amount"] = 5, ["reason"] = "late" },
                "shipment" => new JsonObject { ["carrier"] = "Olva", ["trackingNumber"] = "1", ["shippedAt"] = "2026-03-02T00:00:00Z" },
                _ => new JsonObject(),
            };
            (await Marketplace.ActAsync("V-9", action, body)).ExpectProblem(409);
        }

        (await Marketplace.ActAsync("V-9", "label", new JsonObject { ["fraud"] = true, ["source"] = "team" })).Expect(200);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_completed_by_a_second_run()
    {
        const int lines = 6000;
        const string counted = "SELECT count(*) FROM orders WHERE order_id LIKE 'K-%'";
        await WriteAsync([HistoryFile.Header + ",payment_id,is_fraud", .. Enumerable.Range(0, lines).Select(i => $"{HistoryFile.Line($"K-{i:00000}")},pay_k{i},{i % 2}")]);

        await Console.KillVerbAsync("some orders are there", async () => await Truth.CountAsync(Console, counted) > 0, "import", "orders", file);
        var before = await Truth.CountAsync(Console, counted);
        var second = await Console.RunVerbAsync("import", "orders", file, "--json");

        Assert.InRange(before, 1, lines - 1);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal($$"""{"read":{{lines}},"taken":{{lines - before}},"already_there":{{before}},"refused_count":0,"refused":[]}""", second.Output.Trim());
        foreach (var table in (string[])["order_contents", "payments", "order_labels", "orders"])
            Assert.Equal(lines, await Truth.CountAsync(Console, $"SELECT count(*) FROM {table} WHERE order_id LIKE 'K-%'"));
        Assert.Equal(2 * lines, await Truth.CountAsync(Console, "SELECT count(*) FROM order_identifiers WHERE order_id LIKE 'K-%'"));
        Assert.Equal(0, (await Console.RunVerbAsync("verify-journal")).ExitCode);
    }

    [Fact]
    public async Task The_console_takes_orders_while_a_file_is_imported()
    {
        await WriteAsync([HistoryFile.Header, .. Enumerable.Range(0, 4000).Select(i => HistoryFile.Line($"B-{i}"))]);

        var import = Console.RunVerbAsync("import", "orders", file, "--json");
        var placed = 0;
        while (!import.IsCompleted)
        {
            (await Marketplace.PlaceAsync(OrderJson.New())).Expect(201);
            placed++;
        }

        Assert.Equal(0, (await import).ExitCode);
        Assert.True(placed > 3, $"Only {placed} orders came through.");
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "orders")]
    [InlineData("import", "payments", "x.csv")]
    [InlineData("import", "orders", "/nowhere/x.csv")]
    [InlineData("import", "orders", "a.csv", "b.csv")]
    public async Task Wrong_arguments_end_with_2(params string[] arguments)
    {
        var outcome = await Console.RunVerbAsync(arguments);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task A_header_without_a_required_column_ends_with_2_and_names_it()
    {
        await WriteAsync("order_id,placed_at,amount,currency,account_id,account_created_at", "V-1,2026-03-01,1,PEN,u-1,2025-01-01");

        var outcome = await Console.RunVerbAsync("import", "orders", file, "--json");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("required column ip", outcome.Error, StringComparison.Ordinal);
    }

    private Task WriteAsync(params string[] lines) => File.WriteAllLinesAsync(file, lines);
}
