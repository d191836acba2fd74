using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Risk.Tuning;
using static PagoConsole.Tests.Risk.Tuning.SomeRules;

namespace PagoConsole.Tests.Risk.Tuning;

public sealed class RuleChangesTests
{
    [Fact]
    public void Between_one_setting_names_rule_tier_setting_and_both_values()
    {
        var to = RuleChanges.Apply(Start, [Amount(800, 600)]);

        Assert.Equal([new RuleChange(HighValue, 1, "fromPen", "800", "600")], RuleChanges.Between(Start, to));
        Assert.Equal(600m, Book.Find(HighValue)!.SettingsOf(to.Rules.Single(e => e.Rule == HighValue)) is NewAccountHighValueSettings s ? s.FromPen : 0);
    }

    [Fact]
    public void Between_equal_sets_written_differently_is_nothing()
    {
        var bare = Start with { Rules = [.. Start.Rules.Select(e => e.Rule == HighValue ? new RuleEntry(e.Rule, e.Mode, e.Action, e.Score, e.VoucherMinutes, default) : e)] };

        Assert.Empty(RuleChanges.Between(Start, Book.Whole(bare)));
        Assert.Empty(RuleChanges.Between(Start, RuleChanges.Apply(Start, [Amount(800, 800.00m)])));
    }

    [Fact]
    public void A_tier_taken_out_is_told_from_the_one_that_stays()
    {
        var gone = RuleChanges.ValueIn(Start, "ip-velocity", 1, RuleChange.WholeTier);
        var to = RuleChanges.Apply(Start, [new("ip-velocity", 1, RuleChange.WholeTier, gone, null)]);

        var change = Assert.Single(RuleChanges.Between(Start, to));

        Assert.True(change.Removes);
        Assert.Equal(1, change.Tier);
        Assert.Equal(20, ((IpVelocitySettings)Book.Find("ip-velocity")!.SettingsOf(to.Rules.Single(e => e.Rule == "ip-velocity"))).MoreThan);
    }

    [Property(Replay = "(20261122,7)", MaxTest = 400)]
    public Property What_is_between_two_sets_leads_from_one_to_the_other(int one, int other)
    {
        var (from, to) = (Walk(Start, one), Walk(Start, other));
        var made = RuleChanges.Apply(from, RuleChanges.Between(from, to));
        return (RuleChanges.Between(made, to).Count == 0 && RuleChanges.Between(to, made).Count == 0).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 400)]
    public Property Changes_back_take_everything_back(int one, int other)
    {
        var (from, to) = (Walk(Start, one), Walk(Start, other));
        return (RuleChanges.Between(from, RuleChanges.Apply(to, RuleChanges.Between(to, from))).Count == 0).ToProperty();
    }
}
