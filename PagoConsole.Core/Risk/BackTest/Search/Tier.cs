using System.Text.Json;
using System.Text.Json.Nodes;

namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>An entry of the rule set with all settings that are tried for it; the first one is as it stands.</summary>
/// <param name="Place">Its place in the rule set.</param>
/// <param name="Entry">The entry as it stands.</param>
/// <param name="Variants">Its settings, the nearest to the present ones first.</param>
internal sealed record Tier(int Place, RuleEntry Entry, IReadOnlyList<Variant> Variants)
{
    /// <summary>How many combinations of one entry's settings are tried.</summary>
    private const int MostVariants = 64;

    private static readonly int[] Points = [5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100];

    /// <summary>Rules of law, of PagoEfectivo and of people: they are not there to catch fraud best.</summary>
    private static readonly HashSet<string> NotSearched = ["payment-limit", "restricted-category", "list-match"];

    public bool Scores => Entry.Action == RuleAction.Score;

    /// <summary>The points that are tried for it, the present ones first.</summary>
    public IReadOnlyList<int> Scored { get; } = Entry.Action == RuleAction.Score ? [Entry.Score, .. Points.Where(p => p != Entry.Score)] : [Entry.Score];

    public static bool IsSearched(Rule rule, RuleEntry entry) => entry.Mode == RuleMode.Enforce && !rule.Aml && !NotSearched.Contains(rule.Id);

    public static Tier Of(int place, Rule rule, RuleEntry entry)
    {
        var now = rule.SettingsOf(entry);
        var settings = rule.Settings.Where(s => s.Limits.Tries.Count > 0 && s.Property.GetValue(now) is IConvertible)
            .Select(s => new Searched(s, Convert.ToDouble(s.Property.GetValue(now), null))).ToList();
        while (settings.Aggregate(1, (product, s) => product * s.Values.Count) > MostVariants) settings.MaxBy(s => s.Values.Count)!.Thin();
        var combinations = settings.Aggregate(
            new List<double[]> { Array.Empty<double>() }, (all, s) => [.. all.SelectMany(head => s.Values.Select(value => (double[])[.. head, value]))]);
        var variants = combinations.Select(values => VariantOf(entry, now, settings, values)).OrderBy(v => v.Far).Where(v => !rule.Faults(v.Entry).Any());
        return new(place, entry, [.. variants]);
    }

    /// <summary>The highest count that is tried for a rule's thresholds.</summary>
    public static int HighestCount(Rule rule) => rule.Settings.Where(s => s.Limits.Unit == SettingUnit.Count).SelectMany(s => s.Limits.Tries)
        .DefaultIfEmpty().Max() is var most ? (int)most : 0;

    private static Variant VariantOf(RuleEntry entry, object now, List<Searched> settings, double[] values)
    {
        var changes = settings.Zip(values).Where(pair => pair.Second != pair.First.Now).ToList();
        if (changes.Count == 0) return new(entry, [], 0);
        var json = JsonSerializer.SerializeToNode(now, now.GetType(), RuleSet.Json)!.AsObject();
        foreach (var (setting, value) in changes) json[setting.Setting.Name] = JsonValue.Create((decimal)value);
        var far = changes.Sum(pair => Math.Abs(Math.Log((pair.Second + 1) / (pair.First.Now + 1))));
        return new(
            new RuleEntry(entry.Rule, entry.Mode, entry.Action, entry.Score, entry.VoucherMinutes, JsonSerializer.SerializeToElement(json, RuleSet.Json)),
            [.. changes.Select(pair => new ChangedSetting(pair.First.Setting.Name, (decimal)pair.First.Now, (decimal)pair.Second))],
            far);
    }

    private sealed record Searched(RuleSetting Setting, double Now)
    {
        public List<double> Values { get; private set; } = [Now, .. Setting.Limits.Tries.Where(value => value != Now)];

        public void Thin() => Values = [.. Values.Where((_, i) => i == 0 || i % 2 == 1)];
    }
}

/// <summary>Settings that are tried for an entry.</summary>
/// <param name="Entry">The entry with them.</param>
/// <param name="Changed">Those that differ from the present ones.</param>
/// <param name="Far">How far they lie from the present ones.</param>
internal sealed record Variant(RuleEntry Entry, IReadOnlyList<ChangedSetting> Changed, double Far);

/// <summary>A setting that differs from the present one.</summary>
/// <param name="Name">Its name in the rule set's JSON.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What is tried.</param>
internal readonly record struct ChangedSetting(string Name, decimal From, decimal To);
