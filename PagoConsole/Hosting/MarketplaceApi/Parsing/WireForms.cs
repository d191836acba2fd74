using System.Globalization;
using System.Text.RegularExpressions;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.MarketplaceApi.Parsing;

/// <summary>What the texts of the wire may look like. Nothing is guessed: .NET's own parsers take more than the contract does.</summary>
internal static partial class WireForms
{
    public const string IpTakes = "takes an IPv4 or IPv6 address";
    public const string UrlTakes = "takes an absolute http or https address";

    /// <summary>A plain amount: digits, and at most two decimals that count. Never rounded.</summary>
    public static bool TryAmount(string? text, out decimal amount)
    {
        amount = 0;
        return text is { Length: <= 30 } && PlainAmount().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>An instant of RFC 3339 with its offset, given in UTC.</summary>
    public static bool TryInstant(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || Rfc3339().Match(text) is not { Success: true } match) return false;
        var fraction = match.Groups["fraction"].Value;
        var plain = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}.{(fraction + "0000000")[..7]}{match.Groups["offset"].Value.ToUpperInvariant()}";
        if (!DateTimeOffset.TryParseExact(plain, "yyyy-MM-dd'T'HH:mm:ss.fffffffK", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)) return false;
        instant = instant.ToUniversalTime();
        return true;
    }

    /// <summary>The canonical form of an address; IPv4 also where it comes mapped into IPv6.</summary>
    public static string? Ip(string text) => IpText.Canonical(text);

    public static string? Url(string text) =>
        HttpBegin().IsMatch(text) && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? text
            : null;

    // Zeros behind the second decimal say nothing; an exponent only where it makes no decimals.
    [GeneratedRegex(@"^-?[0-9]+(?:\.[0-9]{1,2}0*)?(?:[eE]\+?[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAmount();

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?<fraction>[0-9]+))?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HttpBegin();
}
