using System.Text.Json;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Rules.Preview;

/// <summary>Says a suggested setting: of which rule, from what, to what.</summary>
internal static class SuggestedWords
{
    public static string SuggestedName(this IStringLocalizer<RulesText> text, RuleBook book, SuggestedSetting setting)
    {
        if (setting.Rule == "*") return text["Set_Threshold"];
        var rule = setting.Tier is { } tier ? $"{text.NameOf(setting.Rule)} · {text["Detail_Tier", tier]}" : text.NameOf(setting.Rule);
        return setting.Setting switch
        {
            "mode" => $"{rule} · {text["Column_Mode"]}",
            "score" => $"{rule} · {text["Choose_Score"]}",
            _ => Find(book, setting) is { } found ? $"{rule} · {text.NameOf(setting.Rule, found)}" : rule,
        };
    }

    public static string SuggestedValue(this IStringLocalizer<RulesText> text, RuleBook book, SuggestedSetting setting, JsonElement value) => setting switch
    {
        { Rule: "*" } or { Setting: "score" } => text["Unit_Points", value.GetInt32()],
        { Setting: "mode" } => text[$"Mode_{value.GetString()}"],
        _ => Find(book, setting) is { } found ? text.AmountOf(found.Limits.Unit, value.GetDecimal()) : value.GetRawText(),
    };

    private static RuleSetting? Find(RuleBook book, SuggestedSetting setting) =>
        book.Find(setting.Rule)?.Settings.FirstOrDefault(known => known.Name == setting.Setting);
}
