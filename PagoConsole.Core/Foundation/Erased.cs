using System.Globalization;

namespace PagoConsole.Core.Foundation;

/// <summary>What stands where personal data was erased: the number of the retention run that did it, in a form that pages and readers know.</summary>
public static class Erased
{
    /// <summary>How an erased document begins, so that it can be told from one that is whole.</summary>
    public const string JsonStart = "{\"erasedUnderRun\":";

    private const string TextStart = "erased:";

    /// <summary>In place of a text.</summary>
    public static string Text(int run) => string.Create(CultureInfo.InvariantCulture, $"{TextStart}{run}");

    /// <summary>In place of a JSON document.</summary>
    public static string Json(int run) => string.Create(CultureInfo.InvariantCulture, $"{JsonStart}{run}}}");

    /// <summary>The number of the run that erased a text or document; null where it is whole.</summary>
    public static int? RunOf(string? stored)
    {
        var digits = stored switch
        {
            null => null,
            _ when stored.StartsWith(TextStart, StringComparison.Ordinal) => stored[TextStart.Length..],
            _ when stored.StartsWith(JsonStart, StringComparison.Ordinal) => stored[JsonStart.Length..].TrimEnd('}'),
            _ => null,
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null;
    }
}
