using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>Says the queue's figures.</summary>
internal static class QueueWords
{
    /// <summary>How long ago an account was opened, in the unit that people would use.</summary>
    public static string AgeOf(this IStringLocalizer<QueueText> text, TimeSpan age) => age switch
    {
        { TotalHours: < 1 } => text["Age_New"],
        { TotalHours: < 48 } => text["Age_Hours", (int)age.TotalHours],
        { TotalDays: < 60 } => text["Age_Days", (int)age.TotalDays],
        { TotalDays: < 730 } => text["Age_Months", (int)(age.TotalDays / 30.4)],
        _ => text["Age_Years", (int)(age.TotalDays / 365.25)],
    };

    /// <summary>A running clock; clocks.js counts on in the same form.</summary>
    public static string ClockOf(this IStringLocalizer<QueueText> text, TimeSpan span)
    {
        var (h, m, s) = (text["Unit_H"].Value, text["Unit_M"].Value, text["Unit_S"].Value);
        return span switch
        {
            { TotalHours: >= 1 } => $"{(int)span.TotalHours}{h} {span.Minutes:00}{m}",
            { TotalMinutes: >= 10 } => $"{span.Minutes}{m}",
            { TotalMinutes: >= 1 } => $"{span.Minutes}{m} {span.Seconds:00}{s}",
            _ => $"{Math.Max(0, span.Seconds)}{s}",
        };
    }

    /// <summary>An amount in soles.</summary>
    public static string Soles(decimal soles) => MoneyFormat.Of(Money.Of(decimal.Round(soles, 2), Currency.Pen));
}
