using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>Says how many there are: one has a sentence of its own (<c>KEY_One</c>), since "1 orders" is read as carelessness.</summary>
internal static class PluralWords
{
    /// <summary>The sentence for a number; the number is its first figure.</summary>
    public static string Count(this IStringLocalizer text, string key, long count, params object[] more) =>
        text[count == 1 ? $"{key}_One" : key, [count.ToString("N0", CultureInfo.CurrentCulture), .. more]];
}
