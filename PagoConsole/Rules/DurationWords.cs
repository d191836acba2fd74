using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Rules;

/// <summary>Says how long something is, in the unit that people would use: 60 seconds, 90 minutes, 24 hours, 7 days.</summary>
internal static class DurationWords
{
    public static string DurationOf(this IStringLocalizer<RulesText> text, TimeSpan span) => span switch
    {
        { TotalSeconds: < 120 } => text.Amount("Duration_Seconds", span.TotalSeconds),
        { TotalMinutes: < 120 and not 60 } => text.Amount("Duration_Minutes", span.TotalMinutes),
        { TotalHours: < 48 } => text.Amount("Duration_Hours", span.TotalHours),
        _ => text.Amount("Duration_Days", span.TotalDays),
    };

    /// <summary>A number with its unit, whose words differ for one.</summary>
    public static string Amount(this IStringLocalizer<RulesText> text, string unit, double number)
    {
        var shown = Math.Round(number, 1);
        return text[shown is 1 ? $"{unit}_One" : unit, shown.ToString("#,0.#", CultureInfo.CurrentCulture)];
    }
}
