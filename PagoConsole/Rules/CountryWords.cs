using System.Globalization;

namespace PagoConsole.Rules;

/// <summary>Names countries in the reader's language.</summary>
internal static class CountryWords
{
    /// <summary>The name of an ISO 3166 alpha-2 code; a code that is none stays as it is.</summary>
    public static string NameOf(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return code; // no country that this machine knows
        }
    }
}
