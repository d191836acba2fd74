using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;

namespace PagoConsole.Gateway;

/// <summary>Says shares and times; what there is none of is a dash.</summary>
internal static class GatewayWords
{
    private const string None = "–";

    /// <summary>Only what is whole is 100 %.</summary>
    public static string ShareOf(double? share) => share switch
    {
        null => None,
        < 1 and >= 0.9995 => 0.999.ToString("P1", CultureInfo.CurrentCulture),
        1 or 0 => share.Value.ToString("P0", CultureInfo.CurrentCulture),
        _ => share.Value.ToString("P1", CultureInfo.CurrentCulture),
    };

    /// <summary>How long a call takes.</summary>
    public static string TimeOf(this IStringLocalizer<GatewayText> text, TimeSpan? span) => span switch
    {
        null => None,
        { TotalMilliseconds: < 1000 } => text["Time_Milliseconds", span.Value.TotalMilliseconds.ToString("N0", CultureInfo.CurrentCulture)],
        _ => text["Time_Seconds", span.Value.TotalSeconds.ToString("N1", CultureInfo.CurrentCulture)],
    };

    /// <summary>How long a buyer takes.</summary>
    public static string MinutesOf(this IStringLocalizer<GatewayText> text, double? minutes) => minutes switch
    {
        null => None,
        < 90 => text["Time_Minutes", Math.Max(1, (int)Math.Round(minutes.Value))],
        _ => text["Time_Hours", (int)minutes.Value / 60, (int)minutes.Value % 60],
    };

    /// <summary>So many, or at least so many.</summary>
    public static string CountOf(Core.Overview.Waiting waiting) =>
        waiting.Count.ToString("N0", CultureInfo.CurrentCulture) + (waiting.Count >= Core.Overview.Waiting.Most ? "+" : null);
}
