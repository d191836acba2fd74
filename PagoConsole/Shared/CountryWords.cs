using System.Globalization;
using System.Resources;

namespace PagoConsole.Shared;

/// <summary>
/// Names countries in the reader's language. The names that .NET has stay in whatever language was asked for first in the process, so ours
/// stand in resources.
/// </summary>
internal static class CountryWords
{
    private static readonly ResourceManager Names = new(typeof(CountryText).FullName!, typeof(CountryText).Assembly);

    /// <summary>The name of an ISO 3166 alpha-2 code; a code without a name stays as it is.</summary>
    public static string NameOf(string code) => Names.GetString(code, CultureInfo.CurrentUICulture) ?? code;
}
