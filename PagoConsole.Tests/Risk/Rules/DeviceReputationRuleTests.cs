using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Rules;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class DeviceReputationRuleTests
{
    private static readonly RuleEntry On = OneOrder.Default("device-reputation") with { Mode = RuleMode.Enforce };

    [Fact]
    public void It_is_off_by_default() => Assert.Equal(RuleMode.Off, OneOrder.Default("device-reputation").Mode);

    [Theory]
    [InlineData(79, Quiet)]
    [InlineData(80, Hit)]
    [InlineData(81, Hit)]
    public async Task From_the_score_on_it_fires(int score, RuleResult result) =>
        (await JudgeAsync(On, DeviceScore.Of(score))).Saw(result, $"{score}", "from 80", $"{score}", "80");

    [Theory]
    [InlineData(59, Quiet)]
    [InlineData(60, Hit)]
    public async Task The_score_is_a_setting(int score, RuleResult result) =>
        Assert.Equal(result, (await JudgeAsync(RuleEntry.Of("device-reputation", RuleAction.Reject, new DeviceReputationSettings { From = 60 }), DeviceScore.Of(score))).Result);

    [Theory]
    [InlineData(ReputationOutage.Timeout, "timeout")]
    [InlineData(ReputationOutage.Unreachable, "unreachable")]
    [InlineData(ReputationOutage.Off, "off")]
    public async Task An_outage_is_noted_and_does_not_fire(ReputationOutage outage, string word) =>
        (await JudgeAsync(On, DeviceScore.Without(outage))).Saw(NoInput, word, "from 80", word, "80");

    [Fact]
    public async Task Nobody_asked_nothing_said() => Assert.Equal(NoInput, (await JudgeAsync(On, null)).Result);

    private static Task<AssessedRule> JudgeAsync(RuleEntry entry, DeviceScore? score) =>
        OneOrder.JudgeAsync(entry, OneOrder.Bare(), new OutsideFacts(null, score));
}
