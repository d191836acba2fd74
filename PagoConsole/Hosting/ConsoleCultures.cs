using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace PagoConsole.Hosting;

/// <summary>The three languages of the console, and how a browser's wish is matched to one of them.</summary>
internal static class ConsoleCultures
{
    public const string English = "en";
    public const string Spanish = "es-PE";
    public const string Chinese = "zh-Hans";

    /// <summary>In the order in which the switch offers them.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [Make(Spanish), Make(English), Make(Chinese)];

    public static CultureInfo Default => All[0];

    /// <summary>The culture for a language tag of any region (es-MX, zh-CN, en-GB), or null when we do not speak it.</summary>
    public static CultureInfo? For(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "es" => All[0],
        "en" => All[1],
        "zh" => All[2],
        _ => null,
    };

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Default);
        options.SupportedCultures = [.. All];
        options.SupportedUICultures = [.. All];
        options.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult(Wanted(context)))];
    }

    /// <summary>The cookie of the switch first, then what the browser prefers.</summary>
    private static ProviderCultureResult? Wanted(HttpContext context)
    {
        var cookie = context.Request.Cookies[CookieRequestCultureProvider.DefaultCookieName] is { } value
            ? CookieRequestCultureProvider.ParseCookieValue(value)?.UICultures.FirstOrDefault().Value
            : null;
        var wanted = For(cookie) ?? context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => For(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);
        return wanted is null ? null : new ProviderCultureResult(wanted.Name);
    }

    /// <summary>The system's culture data with the dates that the console writes: 22 nov 2026, no dots after a month.</summary>
    private static CultureInfo Make(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        var dates = culture.DateTimeFormat;
        dates.AbbreviatedMonthNames = [.. dates.AbbreviatedMonthNames.Select(month => month.TrimEnd('.'))];
        dates.AbbreviatedMonthGenitiveNames = [.. dates.AbbreviatedMonthGenitiveNames.Select(month => month.TrimEnd('.'))];
        dates.ShortDatePattern = name == Chinese ? "yyyy年M月d日" : "d MMM yyyy";
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        return CultureInfo.ReadOnly(culture);
    }
}
