using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Team;

/// <summary>Says times and shares; what there is none of is a dash.</summary>
internal static class TeamWords
{
    private const string None = "–";

    public static string TimeOf(this IStringLocalizer<TeamText> text, TimeSpan? span) => span switch
    {
        null => None,
        { TotalMinutes: < 2 } => text["Time_Seconds", (int)span.Value.TotalSeconds],
        { TotalMinutes: < 90 } => text["Time_Minutes", (int)span.Value.TotalMinutes],
        _ => text["Time_Hours", (int)span.Value.TotalHours, span.Value.Minutes],
    };

    public static string ShareOf(double? share) => share is { } known ? known.ToString("P0", CultureInfo.CurrentCulture) : None;
}
