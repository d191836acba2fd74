using PagoConsole.Core.Risk;
using PagoConsole.Tests.Risk.Rules;

namespace PagoConsole.Tests.Risk;

public sealed class RuleBookTests
{
    [Fact]
    public void The_default_rules_are_without_fault() => Assert.Empty(OneOrder.Book.Faults(RuleSet.Default));

    [Fact]
    public void Every_rule_stands_in_the_default_set() =>
        Assert.Equal(OneOrder.Book.All.Select(rule => rule.Id).Order(), RuleSet.Default.Rules.Select(entry => entry.Rule).Distinct().Order());

    [Fact]
    public void Every_bad_setting_is_named_at_once()
    {
        var set = Read(
            """
            {"reviewThreshold":0,"rates":{"penPerUsd":0,"asOf":"2026-11-01"},"rules":[
              {"rule":"no-such-rule","mode":"Enforce","action":"Score","score":10},
              {"rule":"ip-velocity","mode":"Enforce","action":"Score","score":1001,"voucherMinutes":9,"settings":{"moreThan":0,"windowMinutes":43201}},
              {"rule":"payment-limit","mode":"Enforce","action":"Reject","score":-1,"settings":{"maxPen":0,"maxUsd":1}},
              {"rule":"payment-limit","mode":"Enforce","action":"Reject","score":0},
              {"rule":"linked-accounts","mode":"Enforce","action":"Review","score":0,"settings":{}},
              {"rule":"geo-mismatch","mode":"Enforce","action":"Review","score":0,"settings":{"allowed":["PER",""]}}]}
            """);

        Assert.Equal(
            [
                "reviewThreshold must be between 1 and 10000",
                "rates.penPerUsd must be between 0.01 and 1000",
                "no-such-rule: there is no such rule",
                "ip-velocity: score must be between 0 and 1000",
                "ip-velocity: voucherMinutes must be between 10 and 10080",
                "ip-velocity: moreThan must be between 1 and 400",
                "ip-velocity: windowMinutes must be between 1 and 43200",
                "payment-limit: stands in the set 2 times but has no tiers",
                "payment-limit: score must be between 0 and 1000",
                "payment-limit: maxPen must be between 1 and 1000000",
                "linked-accounts: others or ring must be set",
                "geo-mismatch: allowed takes at most 300 words, none of them empty",
                "geo-mismatch: allowed: PER is no country code of two letters",
                "geo-mismatch: allowed:  is no country code of two letters",
            ],
            OneOrder.Book.Faults(set));
    }

    [Theory]
    [InlineData("""{"maxPEN":5000,"maxPen ":1}""", "maxPen ")] // names are read whatever their case
    [InlineData("""{"maxSoles":5000,"maxPen":"much"}""", "maxSoles", "maxPen")]
    [InlineData("""{"maxPen":null}""", "maxPen")]
    [InlineData("""{"maxPen":[1]}""", "maxPen")]
    [InlineData("[1]", "*")]
    public void A_setting_that_is_unknown_or_of_the_wrong_type_is_a_fault(string settings, params string[] names) =>
        Assert.Equal(
            names.Select(name => $"payment-limit: settings.{name} is not one of its settings, or of the wrong type"),
            OneOrder.Book.Faults(With("payment-limit", settings)));

    [Fact]
    public void A_list_that_is_not_there_is_a_fault_and_no_crash() =>
        Assert.Equal(
            ["category-risk: settings.categories is not one of its settings, or of the wrong type"],
            OneOrder.Book.Faults(With("category-risk", """{"categories":null}""")));

    [Theory]
    [InlineData("""{"mode":"Enforce","action":"Score","score":1}""", "rule: there is no such rule")]
    [InlineData("""{"rule":"category-risk","mode":7,"action":"Score","score":1}""", "category-risk: mode must be Off, Shadow or Enforce")]
    [InlineData("""{"rule":"category-risk","mode":"Off","action":9,"score":1}""", "category-risk: action must be Score, Review or Reject")]
    public void An_entry_that_says_too_little_or_nonsense_is_a_fault(string entry, string fault) =>
        Assert.Equal([fault], OneOrder.Book.Faults(Read($$"""{"reviewThreshold":50,"rates":{"penPerUsd":3.75,"asOf":"2026-11-01"},"rules":[{{entry}}]}""")));

    [Fact]
    public void What_is_left_out_has_the_rules_default()
    {
        var written = With("daily-order-limit", "{}");

        Assert.Empty(OneOrder.Book.Faults(written));
        Assert.Equal(10, written.Rules[0].SettingsAs<Core.Risk.Rules.DailyOrderLimitSettings>().MoreThan);
    }

    [Fact]
    public void A_set_that_is_written_and_read_again_is_the_same()
    {
        var again = RuleSet.FromJson(RuleSet.Default.ToJson());

        Assert.Equal(RuleSet.Default.ToJson(), again.ToJson());
        Assert.Equal(RuleSet.Default.Rules, again.Rules);
    }

    private static RuleSet Read(string json) => RuleSet.FromJson(json);

    private static RuleSet With(string rule, string settings) => Read(
        $$"""
        {"reviewThreshold":50,"rates":{"penPerUsd":3.75,"asOf":"2026-11-01"},
         "rules":[{"rule":"{{rule}}","mode":"Enforce","action":"Reject","score":0,"settings":{{settings}}}]}
        """);
}
