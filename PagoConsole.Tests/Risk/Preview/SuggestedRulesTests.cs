using System.Text.Json;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Risk.Rules;

namespace PagoConsole.Tests.Risk.Preview;

/// <summary>Suggested settings go over into a rule set one by one and touch nothing else.</summary>
public sealed class SuggestedRulesTests
{
    [Fact]
    public void Each_kind_of_setting_is_taken_over()
    {
        var set = SuggestedRules.Apply(RuleSet.Default,
        [
            Setting("*", null, "reviewThreshold", 70),
            Setting("ip-velocity", 2, "moreThan", 12),
            Setting("ip-velocity", 1, "score", 15),
            Setting("refund-rate", null, "mode", RuleMode.Shadow),
        ]);

        Assert.Equal(70, set.ReviewThreshold);
        var velocity = set.Rules.Where(r => r.Rule == "ip-velocity").ToList();
        Assert.Equal((5, 15), (velocity[0].SettingsAs<IpVelocitySettings>().MoreThan, velocity[0].Score));
        Assert.Equal((12, 60), (velocity[1].SettingsAs<IpVelocitySettings>().MoreThan, velocity[1].SettingsAs<IpVelocitySettings>().WindowMinutes));
        Assert.Equal(RuleMode.Shadow, set.Rules.Single(r => r.Rule == "refund-rate").Mode);
        Assert.Equal(RuleSet.Default.Rules.Count - 3, set.Rules.Intersect(RuleSet.Default.Rules).Count());
    }

    [Fact]
    public void Settings_that_were_left_to_their_defaults_stay_so()
    {
        var bare = RuleSet.Default with { Rules = [new RuleEntry("ip-velocity", RuleMode.Enforce, RuleAction.Reject, 0, null, default)] };

        var entry = SuggestedRules.Apply(bare, [Setting("ip-velocity", null, "moreThan", 3)]).Rules.Single();

        Assert.Equal("""{"moreThan":3}""", entry.Settings.GetRawText());
    }

    [Fact]
    public void What_the_set_does_not_have_is_left_out()
    {
        SuggestedSetting[] strange = [Setting("no-such-rule", null, "x", 1), Setting("ip-velocity", 3, "moreThan", 1), Setting("ip-velocity", null, "moreThan", 1)];

        Assert.All(strange, setting => Assert.False(SuggestedRules.Fits(RuleSet.Default, setting)));
        Assert.Equal(RuleSet.Default.Rules, SuggestedRules.Apply(RuleSet.Default, strange).Rules);
    }

    private static SuggestedSetting Setting<T>(string rule, int? tier, string name, T to) =>
        new(rule, tier, name, default, JsonSerializer.SerializeToElement(to, RuleSet.Json));
}
