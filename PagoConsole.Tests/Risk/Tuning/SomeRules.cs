using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Tests.Risk.Tuning;

/// <summary>Rule sets and changes for tests, and the rules that they are made of.</summary>
internal static class SomeRules
{
    public const string HighValue = "new-account-high-value";

    private static readonly string[] Modes = ["\"Off\"", "\"Shadow\"", "\"Enforce\""];

    public static RuleBook Book { get; } = new(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => (Rule)Activator.CreateInstance(type, true)!));

    public static RuleSet Start { get; } = Book.Whole(RuleSet.Default);

    /// <summary>An amount of the rule on new accounts.</summary>
    public static RuleChange Amount(decimal from, decimal to, int tier = 1) => new(HighValue, tier, "fromPen", SettingText.Of(from), SettingText.Of(to));

    /// <summary>A rule set some random, small and valid steps away from another.</summary>
    public static RuleSet Walk(RuleSet from, int seed)
    {
        var random = new Random(seed);
        var set = from;
        for (var step = random.Next(7); step > 0; step--) set = Step(set, random) is { } next && !Book.Faults(next).Any() ? next : set;
        return set;
    }

    private static RuleSet Step(RuleSet set, Random random) => random.Next(8) switch
    {
        0 => set with { ReviewThreshold = random.Next(1, 4) * 20 },
        1 => Set(set, HighValue, 1, "fromPen", SettingText.Of(random.Next(1, 5) * 100m)),
        2 => Set(set, HighValue, 1, "youngerThanDays", SettingText.Of(random.Next(1, 4))),
        3 => Set(set, "ip-velocity", random.Next(1, RuleChanges.TiersOf(set, "ip-velocity").Count + 1), "moreThan", SettingText.Of(random.Next(1, 5))),
        4 => Set(set, "linked-accounts", random.Next(1, RuleChanges.TiersOf(set, "linked-accounts").Count + 1), random.Next(2) == 0 ? "others" : "ring", random.Next(3) == 0 ? "null" : SettingText.Of(random.Next(2, 6))),
        5 => Set(set, "payment-limit", 1, RuleChange.Mode, Modes[random.Next(3)]),
        6 => Add(set, "ip-velocity", RuleEntry.Of("ip-velocity", RuleAction.Review, new IpVelocitySettings { MoreThan = random.Next(1, 4) * 7, WindowMinutes = 30 })),
        _ => Remove(set, "ip-velocity", random),
    };

    private static RuleSet Set(RuleSet set, string rule, int tier, string setting, string to) =>
        RuleChanges.ValueIn(set, rule, tier, setting) is { } from ? RuleChanges.Apply(set, [new(rule, tier, setting, from, to)]) : set;

    private static RuleSet Add(RuleSet set, string rule, RuleEntry entry) =>
        RuleChanges.Apply(set, [new(rule, RuleChanges.TiersOf(set, rule).Count + 1, RuleChange.WholeTier, null, SettingText.Of(entry))]);

    private static RuleSet Remove(RuleSet set, string rule, Random random)
    {
        var tiers = RuleChanges.TiersOf(set, rule).Count;
        if (tiers == 0) return set;
        var tier = random.Next(1, tiers + 1);
        return RuleChanges.Apply(set, [new(rule, tier, RuleChange.WholeTier, RuleChanges.ValueIn(set, rule, tier, RuleChange.WholeTier), null)]);
    }
}
