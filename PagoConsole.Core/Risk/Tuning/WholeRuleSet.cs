using System.Text.Json;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Rule sets as they are edited and compared: every setting written out.</summary>
public static class WholeRuleSet
{
    /// <summary>The set with what its entries leave to the rules' defaults written out. It judges as before.</summary>
    public static RuleSet Whole(this RuleBook book, RuleSet set) => set with
    {
        Rules = [.. set.Rules.Select(entry => book.Find(entry.Rule) is { } rule ? Whole(rule, entry) : entry)],
    };

    /// <summary>The entry that a rule gets which the set does not hold yet, or another tier of one that it holds; switched off until somebody says otherwise.</summary>
    public static RuleEntry Another(this Rule rule, RuleSet set)
    {
        var like = set.Rules.LastOrDefault(entry => entry.Rule == rule.Id) ?? RuleSet.Default.Rules.FirstOrDefault(entry => entry.Rule == rule.Id);
        return like is null ? Whole(rule, new RuleEntry(rule.Id, RuleMode.Off, RuleAction.Review, 0, null, default)) : like with { Mode = RuleMode.Off };
    }

    private static RuleEntry Whole(Rule rule, RuleEntry entry)
    {
        var settings = rule.SettingsOf(entry);
        return new(entry.Rule, entry.Mode, entry.Action, entry.Score, entry.VoucherMinutes, JsonSerializer.SerializeToElement(settings, settings.GetType(), RuleSet.Json));
    }
}
