using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Rules;

namespace PagoConsole.Team;

/// <summary>Says times and shares; what there is none of is a dash.</summary>
internal static class TeamWords
{
    private const string None = "–";

    public static string TimeOf(this IStringLocalizer<RulesText> text, TimeSpan? span) => span is { } time ? text.DurationOf(time) : None;

    public static string ShareOf(double? share) => share is { } known ? known.ToString("P0", CultureInfo.CurrentCulture) : None;
}
