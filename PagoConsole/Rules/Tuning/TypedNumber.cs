using System.Globalization;
using System.Text.RegularExpressions;

namespace PagoConsole.Rules.Tuning;

/// <summary>
/// Reads a number as people write one: 1234.5, 1,234.5, and 3,75 with a decimal comma. What could be read two ways, or is no plain number, is
/// none: an exchange rate of 3,75 must never become 375.
/// </summary>
internal static partial class TypedNumber
{
    /// <summary>The number; null where it is none.</summary>
    public static decimal? Of(string? text)
    {
        text = text?.Trim() ?? "";
        if (Plain().IsMatch(text)) return Read(text);
        if (Grouped().IsMatch(text)) return Read(text.Replace(",", "", StringComparison.Ordinal));
        return DecimalComma().IsMatch(text) ? Read(text.Replace(',', '.')) : null;
    }

    private static decimal? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[0-9]+,[0-9]{1,2}$")]
    private static partial Regex DecimalComma();
}
