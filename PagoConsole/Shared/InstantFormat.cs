using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>Instants in words: how long ago, and exactly, in the reader's zone and in Lima's.</summary>
internal static class InstantFormat
{
    public static string Relative(DateTimeOffset value, DateTimeOffset now, TimeZoneInfo zone, IStringLocalizer<SharedText> text)
    {
        var distance = now - value;
        var (ahead, span) = (distance < TimeSpan.Zero, distance.Duration());
        if (span < TimeSpan.FromSeconds(15)) return text["Instant_Now"];
        if (span < TimeSpan.FromMinutes(1)) return text[ahead ? "Instant_InSeconds" : "Instant_SecondsAgo", (int)span.TotalSeconds];
        if (span < TimeSpan.FromHours(1)) return text[ahead ? "Instant_InMinutes" : "Instant_MinutesAgo", (int)span.TotalMinutes];
        if (span < TimeSpan.FromHours(24)) return text[ahead ? "Instant_InHours" : "Instant_HoursAgo", (int)span.TotalHours, span.Minutes];
        return $"{Local(value, zone):d} {Local(value, zone):t}";
    }

    /// <summary>To the second, in one zone: <c>22 nov 2026 14:02:11</c>.</summary>
    public static string Exact(DateTimeOffset value, TimeZoneInfo zone) => $"{Local(value, zone):d} {Local(value, zone):T}";

    /// <summary>The time of day to the second, behind the date where that is not today's.</summary>
    public static string Clock(DateTimeOffset value, TimeZoneInfo zone, DateTimeOffset now) =>
        Local(value, zone).Date == Local(now, zone).Date ? $"{Local(value, zone):T}" : Exact(value, zone);

    /// <summary>A moment of a business day, in Lima's time: <c>Sunday, 22 Nov 2026 14:02</c>.</summary>
    public static string DayAndTime(DateTimeOffset value) => $"{Local(value, Lima.Zone):dddd} {Local(value, Lima.Zone):d} {Local(value, Lima.Zone):t}";

    /// <summary>For the tooltip: the reader's own clock, then Lima's where that differs.</summary>
    public static string Full(DateTimeOffset value, BrowserFacts browser) => browser.IsInLima
        ? $"{Exact(value, Lima.Zone)} (Lima)"
        : $"{Exact(value, browser.Zone)} ({browser.Zone.Id}) · {Exact(value, Lima.Zone)} (Lima)";

    /// <summary>For copying into a ticket: ISO 8601 with the offset of Lima.</summary>
    public static string Iso(DateTimeOffset value) =>
        TimeZoneInfo.ConvertTime(value, Lima.Zone).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static DateTime Local(DateTimeOffset value, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(value, zone).DateTime;
}
