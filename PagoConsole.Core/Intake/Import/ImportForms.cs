using System.Globalization;
using System.Net;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Intake.Import;

/// <summary>What the fields of a history file may look like: more than on the wire, since histories come out of many programs.</summary>
internal static class ImportForms
{
    // The offset may be absent everywhere; then it is UTC.
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
    ];

    private static readonly Dictionary<string, OrderStatus> Statuses =
        Enum.GetValues<OrderStatus>().ToDictionary(status => status.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>RFC 3339, also with a space for the T, without an offset, without seconds, or a date alone.</summary>
    public static bool TryInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(
            text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    /// <summary>The canonical form of an IPv4 or IPv6 address; a plain number (its decimals cut off) is the 32 bits of an IPv4 one.</summary>
    public static string? Ip(string text)
    {
        if (IpText.Canonical(text) is { } address) return address;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number >= 4_294_967_296m) return null;
        var bits = (uint)decimal.Truncate(number);
        return new IPAddress([(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]).ToString();
    }

    /// <summary>Yes or no, in the ways in which programs write it.</summary>
    public static bool? Flag(string text) => text.ToUpperInvariant() switch
    {
        "1" or "1.0" or "TRUE" or "YES" => true,
        "0" or "0.0" or "FALSE" or "NO" => false,
        _ => null,
    };

    /// <summary>A state by its name on the wire.</summary>
    public static OrderStatus? Status(string text) => Statuses.TryGetValue(text, out var status) ? status : null;
}
