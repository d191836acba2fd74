using System.Text.Json.Nodes;
using PagoConsole.Core.Risk;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Risk;

/// <summary>The rules that a new installation starts with are those that were agreed on; whoever changes one changes the file too.</summary>
public sealed class DefaultRulesTests
{
    private static readonly JsonArray Agreed = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "PagoConsole.Tests", "Payloads", "default-rules.json")))!["rules"]!.AsArray();

    [Fact]
    public void They_are_what_was_agreed_on()
    {
        var rules = JsonNode.Parse(RuleSet.Default.ToJson())!["rules"]!.AsArray();

        Assert.Equal(Agreed.Select(Normal), rules.Select(Normal));
    }

    [Fact]
    public void Threshold_and_rate_too() =>
        Assert.Equal((50, 3.75m, new DateOnly(2026, 11, 1)), (RuleSet.Default.ReviewThreshold, RuleSet.Default.Rates.PenPerUsd, RuleSet.Default.Rates.AsOf));

    [Fact]
    public void There_are_twenty_rules_and_only_the_one_that_asks_outside_is_off()
    {
        Assert.Equal(20, RuleSet.Default.Rules.Select(entry => entry.Rule).Distinct().Count());
        Assert.Equal(["device-reputation"], RuleSet.Default.Rules.Where(entry => entry.Mode != RuleMode.Enforce).Select(entry => entry.Rule));
    }

    // A decimal writes 5000.00 where the file has 5000.
    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject fields => $"{{{string.Join(",", fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}:{Normal(f.Value)}"))}}}",
        JsonArray values => $"[{string.Join(",", values.Select(Normal))}]",
        JsonValue value when value.TryGetValue<decimal>(out var number) => number.ToString("G29", null),
        null => "null",
        _ => node.ToJsonString(),
    };
}
