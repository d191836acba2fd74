using System.Text.Json;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting;

/// <summary>The verbs about rules, as a shell sees them, beside a console that serves.</summary>
public sealed class RuleVerbTests(ServingConsole serving) : IClassFixture<ServingConsole>
{
    private ConsoleProcess Console => serving.Console;

    [Fact]
    public async Task The_rules_that_are_printed_can_be_back_tested()
    {
        var rules = await Console.RunVerbAsync("rules", "--json");
        Assert.Equal(0, rules.ExitCode);
        Assert.Equal(50, JsonDocument.Parse(rules.Output).RootElement.GetProperty("reviewThreshold").GetInt32());
        var file = await FileAsync(rules.Output);

        var tested = await Console.RunVerbAsync("backtest", "--from", "2026-01-01", "--to", "2030-12-31", "--rules", file, "--suggest", "--json");

        Assert.Equal(0, tested.ExitCode);
        var report = JsonDocument.Parse(tested.Output).RootElement;
        Assert.True(report.GetProperty("orders").GetInt64() >= 0);
        Assert.Equal("payment-limit", report.GetProperty("rules")[0].GetProperty("rule").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("all").GetProperty("f1").ValueKind);
        Assert.Empty(report.GetProperty("suggestion").GetProperty("settings").EnumerateArray());
        Assert.Equal(JsonValueKind.Object, report.GetProperty("suggestion").GetProperty("test").GetProperty("after").ValueKind);
    }

    [Fact]
    public async Task A_faulty_rules_file_ends_with_2_and_every_fault()
    {
        var rules = (await Console.RunVerbAsync("rules", "--json")).Output;
        var file = await FileAsync(rules.Replace("\"moreThan\": 5", "\"moreThan\": 0", StringComparison.Ordinal).Replace("\"daily-order-limit\"", "\"daily\"", StringComparison.Ordinal));

        var outcome = await Console.RunVerbAsync("backtest", "--from", "2026-01-01", "--to", "2026-01-02", "--rules", file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("moreThan must be between", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("daily: there is no such rule", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backtest")]
    [InlineData("backtest", "--from", "2026-01-01")]
    [InlineData("backtest", "--from", "yesterday", "--to", "2026-01-02")]
    [InlineData("backtest", "--from", "2026-01-03", "--to", "2026-01-02")]
    [InlineData("backtest", "--from", "2026-01-01", "--to", "2026-01-02", "--precision", "0.9")]
    [InlineData("backtest", "--from", "2026-01-01", "--to", "2026-01-02", "--suggest", "--precision", "90")]
    [InlineData("backtest", "--from", "2026-01-01", "--to", "2026-01-02", "--rules", "nowhere.json")]
    [InlineData("rules", "--yaml")]
    public async Task Wrong_arguments_end_with_2(params string[] arguments)
    {
        var outcome = await Console.RunVerbAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
    }

    private static async Task<string> FileAsync(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
