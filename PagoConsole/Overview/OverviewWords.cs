using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview;

namespace PagoConsole.Overview;

/// <summary>Says what is usual beside a figure.</summary>
internal static class OverviewWords
{
    /// <summary>The middle and the range of earlier days; null where there is too little history.</summary>
    public static string? BesideOf(this IStringLocalizer<OverviewText> text, TodayFigure figure, bool inHundredths = false)
    {
        if (figure.Usual is not { } usual) return null;
        string Say(double value) => Math.Round(inHundredths ? value / 100 : value, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture);
        var key = !figure.IsUnusual ? "Usual" : figure.SoFar > usual.Most ? "Usual_Above" : "Usual_Below";
        return text[key, Say(usual.Median), Say(usual.Least), Say(usual.Most)];
    }
}
