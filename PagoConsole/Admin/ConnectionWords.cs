using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Connection;
using PagoConsole.Shared;

namespace PagoConsole.Admin;

/// <summary>Says what a connection check found, and what to do about it, in the reader's language.</summary>
internal static class ConnectionWords
{
    public static string SentenceOf(this IStringLocalizer<ConnectionText> text, ConnectionResult result, TimeZoneInfo zone)
    {
        object[] details = [.. result.Details.Select(detail => Shown(detail, zone))];
        return details is [1, ..] && text[$"Finding_{result.Finding}_One", details] is { ResourceNotFound: false } one ? one : text[$"Finding_{result.Finding}", details];
    }

    /// <summary>What to do next; nothing where all is well.</summary>
    public static string? AdviceOf(this IStringLocalizer<ConnectionText> text, ConnectionResult result) =>
        text[$"Finding_{result.Finding}_Do"] is { ResourceNotFound: false } advice ? advice.Value : null;

    private static object Shown(object detail, TimeZoneInfo zone) => detail switch
    {
        DateTimeOffset instant => InstantFormat.Exact(instant, zone),
        DateOnly day => day.ToString("d", CultureInfo.CurrentCulture),
        double seconds => seconds.ToString("0.#", CultureInfo.CurrentCulture),
        _ => detail,
    };
}
