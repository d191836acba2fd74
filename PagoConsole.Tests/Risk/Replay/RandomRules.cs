using System.Text.Json;
using System.Text.Json.Nodes;
using PagoConsole.Core.Risk;

namespace PagoConsole.Tests.Risk.Replay;

/// <summary>The default rules with random windows, thresholds and modes, mostly small ones so that they fire.</summary>
internal static class RandomRules
{
    public static RuleSet Make(RuleBook book, Random random) =>
        RuleSet.Default with { Rules = [.. RuleSet.Default.Rules.Select(entry => Vary(book, entry, random))], ReviewThreshold = random.Next(20, 90) };

    private static RuleEntry Vary(RuleBook book, RuleEntry entry, Random random)
    {
        var rule = book.Find(entry.Rule)!;
        var settings = JsonSerializer.SerializeToNode(rule.SettingsOf(entry), rule.SettingsOf(entry).GetType(), RuleSet.Json)!.AsObject();
        foreach (var setting in rule.Settings.Where(s => s.Limits.Unit != SettingUnit.Words && random.Next(3) > 0)) settings[setting.Name] = ValueOf(setting, random);
        var mode = random.Next(8) switch { 0 => RuleMode.Off, 1 => RuleMode.Shadow, _ => RuleMode.Enforce };
        var varied = new RuleEntry(entry.Rule, mode, entry.Action, random.Next(0, 50), null, JsonSerializer.SerializeToElement(settings, RuleSet.Json));
        return rule.Faults(varied).Any() ? entry : varied;
    }

    private static JsonValue ValueOf(RuleSetting setting, Random random)
    {
        var limits = setting.Limits;
        var value = limits.Tries.Count > 0 && random.Next(2) == 0
            ? limits.Tries[random.Next(limits.Tries.Count)]
            : limits.Min + random.Next(0, (int)Math.Min(limits.Max - limits.Min, limits.Unit == SettingUnit.Minutes ? 5000 : 4) + 1);
        return JsonValue.Create((decimal)value);
    }
}
