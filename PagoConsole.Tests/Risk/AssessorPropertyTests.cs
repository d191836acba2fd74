using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Tests.Risk.Rules;

namespace PagoConsole.Tests.Risk;

/// <summary>What holds for any rule set.</summary>
public sealed class AssessorPropertyTests
{
    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property Turning_a_rule_to_shadow_never_makes_the_outcome_stricter(byte[] seeds, byte which, bool trusted)
    {
        var entries = Entries(seeds);
        var softer = entries.Select((entry, i) => i == which % entries.Count && entry.Mode == RuleMode.Enforce ? entry with { Mode = RuleMode.Shadow } : entry);
        var (before, after) = (Decide(entries, trusted), Decide(softer, trusted));
        return (after.Outcome <= before.Outcome
            && after.Score <= before.Score
            && (after.VoucherMinutes ?? int.MaxValue) >= (before.VoucherMinutes ?? int.MaxValue)
            && (before.Aml || !after.Aml)).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property Shadow_decides_as_off_does(byte[] seeds, bool trusted)
    {
        var entries = Entries(seeds);
        var off = entries.Select(entry => entry.Mode == RuleMode.Shadow ? entry with { Mode = RuleMode.Off } : entry);
        return (Decide(entries, trusted) == Decide(off, trusted)).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property The_order_of_rules_does_not_matter(byte[] seeds, int shuffle, bool trusted)
    {
        var entries = Entries(seeds);
        var random = new Random(shuffle);
        return (Decide(entries, trusted) == Decide(entries.OrderBy(_ => random.Next()), trusted)).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property Explaining_decides_the_same(byte[] seeds, bool trusted)
    {
        var entries = Entries(seeds);
        return (Decide(entries, trusted) == FiringRules.Assess([.. entries, List], On(trusted)).Verdict).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property Trust_never_makes_the_outcome_stricter_nor_lifts_a_rejection(byte[] seeds)
    {
        var (without, with) = (Decide(Entries(seeds), false), Decide(Entries(seeds), true));
        return (with.Outcome <= without.Outcome
            && (with.Outcome == RiskOutcome.Reject) == (without.Outcome == RiskOutcome.Reject)
            && with.Aml == without.Aml).ToProperty();
    }

    private static RuleEntry List => OneOrder.Default("list-match");

    private static ListEffect[] On(bool trusted) => trusted ? [ListEffect.Trust] : [];

    private static RiskVerdict Decide(IEnumerable<RuleEntry> entries, bool trusted) => FiringRules.Decide([.. entries, List], On(trusted));

    /// <summary>One to seven rules that all fire, in any mode, with any action.</summary>
    private static List<RuleEntry> Entries(byte[] seeds)
    {
        string[] names = [.. FiringRules.Names, "aml-monthly-total"];
        byte[] some = seeds.Length == 0 ? [0] : seeds;
        return [.. some.Take(names.Length).Select((seed, i) => FiringRules.Fires(
            names[i], (RuleAction)(seed % 3), seed % 61, (RuleMode)(seed / 3 % 3), seed % 5 == 0 ? 10 + seed : null))];
    }
}
