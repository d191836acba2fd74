using Microsoft.Extensions.Localization;
using PagoConsole.Core.Alarms;

namespace PagoConsole.Alarms;

/// <summary>Says an alarm's figures in the reader's language.</summary>
internal static class AlarmWords
{
    public static string? DetailsOf(this IStringLocalizer<AlarmsText> text, Alarm alarm) =>
        alarm.Details.Count == 0 || text[$"Alarm_{alarm.Kind}_Details", [.. alarm.Details]] is not { ResourceNotFound: false } words ? null : words.Value;
}
