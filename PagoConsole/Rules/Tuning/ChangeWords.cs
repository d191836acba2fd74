using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>Says changes of rules in words: which rule, which setting, from what to what.</summary>
internal sealed class ChangeWords(IStringLocalizer<TuningText> text, IStringLocalizer<RulesText> rules, RuleBook book)
{
    /// <summary>The whole change as a sentence.</summary>
    public string SentenceOf(RuleChange change) => change switch
    {
        { Adds: true } => text["Change_Adds", RuleOf(change), SummaryOf(change.Rule, change.To!)],
        { Removes: true } => text["Change_Removes", RuleOf(change), SummaryOf(change.Rule, change.From!)],
        { Rule: RuleChange.WholeSet } => text["Change_Whole", SettingOf(change.Rule, change.Setting), ValueOf(change, change.From), ValueOf(change, change.To)],
        _ => text["Change_Setting", RuleOf(change), SettingOf(change.Rule, change.Setting), ValueOf(change, change.From), ValueOf(change, change.To)],
    };

    /// <summary>The rule, with its tier where it may have several.</summary>
    public string RuleOf(RuleChange change) =>
        book.Find(change.Rule) is { Tiered: true } ? text["Change_Tier", rules.NameOf(change.Rule), change.Tier] : rules.NameOf(change.Rule);

    /// <summary>What a setting is called.</summary>
    public string SettingOf(string rule, string setting) => setting switch
    {
        RuleChange.Mode or RuleChange.Action or RuleChange.Score or RuleChange.VoucherMinutes or RuleChange.WholeTier
            or RuleChange.ReviewThreshold or RuleChange.PenPerUsd or RuleChange.RateDay => text[$"Field_{setting}"],
        _ => book.Find(rule)?.Settings.FirstOrDefault(own => own.Name == setting) is { } own ? rules.NameOf(rule, own) : setting,
    };

    /// <summary>One of the two values of a change.</summary>
    public string ValueOf(RuleChange change, string? json) => ValueOf(change.Rule, change.Setting, json);

    /// <summary>A value of a setting, from its JSON.</summary>
    public string ValueOf(string rule, string setting, string? json) => (setting, json) switch
    {
        (_, null or SettingText.Off) => rules["Setting_Off"],
        (RuleChange.Mode, _) => rules[$"Mode_{SettingText.Read<RuleMode>(json)}"],
        (RuleChange.Action, _) => rules[$"Choose_{SettingText.Read<RuleAction>(json)}"],
        (RuleChange.Score or RuleChange.ReviewThreshold, _) => rules["Unit_Points", json],
        (RuleChange.VoucherMinutes, _) => rules.DurationOf(TimeSpan.FromMinutes(SettingText.Read<int>(json))),
        (RuleChange.PenPerUsd, _) => SettingText.Read<decimal>(json).ToString("0.00##", CultureInfo.CurrentCulture),
        (RuleChange.RateDay, _) => $"{SettingText.Read<DateOnly>(json):d}",
        _ => book.Find(rule)?.Settings.FirstOrDefault(own => own.Name == setting) is { } own
            ? rules.WordsOf(rule, own, System.Text.Json.JsonSerializer.Deserialize(json, own.Property.PropertyType, RuleSet.Json))
            : json,
    };

    /// <summary>A tier in a few words: how it counts, what it asks for, its settings.</summary>
    private string SummaryOf(string rule, string json)
    {
        var entry = SettingText.Read<RuleEntry>(json);
        if (book.Find(rule) is not { } known) return rules[$"Mode_{entry.Mode}"];
        var settings = known.SettingsOf(entry);
        return rules.Join(known.Settings.Where(own => own.Property.GetValue(settings) is not null)
            .Select(own => $"{rules.NameOf(rule, own)} {rules.ValueOf(rule, own, settings)}")
            .Prepend(rules[$"Action_{entry.Action}", entry.Score]).Prepend(rules[$"Mode_{entry.Mode}"]));
    }
}
