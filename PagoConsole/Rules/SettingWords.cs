using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Says a rule's setting and its value with the unit.</summary>
internal static class SettingWords
{
    public static string NameOf(this IStringLocalizer<RulesText> text, string rule, RuleSetting setting) => text[$"Setting_{rule}_{setting.Name}"];

    /// <summary>The value that a setting has in typed settings; one that is not set is off.</summary>
    public static string ValueOf(this IStringLocalizer<RulesText> text, string rule, RuleSetting setting, object settings) =>
        text.WordsOf(rule, setting, setting.Property.GetValue(settings));

    /// <summary>A value of a setting.</summary>
    public static string WordsOf(this IStringLocalizer<RulesText> text, string rule, RuleSetting setting, object? value) =>
        value switch
        {
            null => text["Setting_Off"],
            IReadOnlyCollection<string> { Count: 0 } => text["Setting_None"],
            IReadOnlyCollection<string> words => text.Join(rule == "geo-mismatch" ? words.Select(CountryWords.NameOf) : words),
            IConvertible number => text.AmountOf(setting.Limits.Unit, number.ToDecimal(CultureInfo.InvariantCulture)),
            var other => throw new InvalidOperationException($"{rule}.{setting.Name} is a {other.GetType().Name}, which has no words."),
        };

    /// <summary>A number with its unit.</summary>
    public static string AmountOf(this IStringLocalizer<RulesText> text, SettingUnit unit, decimal number) => unit switch
    {
        SettingUnit.Pen => MoneyFormat.Of(Money.Of(Math.Round(number, 2), Currency.Pen)),
        SettingUnit.Usd => MoneyFormat.Of(Money.Of(Math.Round(number, 2), Currency.Usd)),
        SettingUnit.Seconds or SettingUnit.Minutes or SettingUnit.Hours or SettingUnit.Days => text.Amount($"Duration_{unit}", (double)number),
        SettingUnit.Count or SettingUnit.Percent or SettingUnit.Points or SettingUnit.KmPerHour => text[$"Unit_{unit}", number.ToString("#,0.##", CultureInfo.CurrentCulture)],
        SettingUnit.Words => number.ToString(CultureInfo.CurrentCulture),
    };
}
