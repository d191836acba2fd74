using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.BuyerPage;

/// <summary>How the page writes instants and which addresses it links to.</summary>
internal static class BuyerWords
{
    /// <summary>An instant in Lima as people say it: sábado 23 de noviembre, 18:00.</summary>
    public static string InLima(DateTimeOffset instant, IStringLocalizer<BuyerText> text) =>
        TimeZoneInfo.ConvertTime(instant, Lima.Zone).ToString(text["Instant_Format"], CultureInfo.CurrentCulture);

    /// <summary>An address that a link may lead to; null for every other.</summary>
    public static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
