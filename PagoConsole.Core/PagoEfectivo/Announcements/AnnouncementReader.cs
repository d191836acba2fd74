using System.Globalization;
using System.Text.RegularExpressions;

namespace PagoConsole.Core.PagoEfectivo.Announcements;

/// <summary>Reads <c>Sunset</c>, <c>Deprecation</c> and the link that explains them; what is not as the RFCs have it is passed over.</summary>
internal static class AnnouncementReader
{
    private const string Api = "/api/v1/";
    private const int LongestLink = 500;

    // They read what a stranger wrote, so they take time in proportion to its length, whatever it is.
    private static readonly Regex Links = new(
        """<(?<target>[^<>]*)>(?<parameters>(?:\s*;\s*[^\s;,=]+(?:=(?:"[^"]*"|[^\s;,"]*))?)*)""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Relation = new(
        """(?:^|;)\s*rel\s*=\s*"?(?<names>[^";,]*)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static IReadOnlyList<Announcement> Read(HttpResponseMessage response, string method, string path)
    {
        var sunset = HttpDate(ValueOf(response, "Sunset"));
        var deprecation = StructuredDate(ValueOf(response, "Deprecation"));
        if (sunset is null && deprecation is null) return [];
        var endpoint = EndpointOf(method, path);
        var read = new List<Announcement>();
        if (sunset is { } off) read.Add(new(endpoint, AnnouncementKind.Sunset, DayOf(off), LinkOf(response, "sunset")));
        if (deprecation is { } old) read.Add(new(endpoint, AnnouncementKind.Deprecation, DayOf(old), LinkOf(response, "deprecation")));
        return read;
    }

    /// <summary>Method and path below the base address, with identifiers and queries left out: <c>POST /api/v1/payment/{id}/refund</c>.</summary>
    public static string EndpointOf(string method, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?')[0];
        var at = path.IndexOf(Api, StringComparison.Ordinal);
        var parts = (at < 0 ? path : path[at..]).Split('/');
        if (parts is [_, "api", "v1", "payment", _, ..]) parts[4] = "{id}";
        return $"{method} {string.Join('/', parts)}";
    }

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static DateTimeOffset? HttpDate(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    // RFC 9745 writes @1688169599; its drafts wrote an HTTP date.
    private static DateTimeOffset? StructuredDate(string? text) =>
        text is ['@', .. var seconds] && long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
        && unix >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && unix <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : HttpDate(text);

    private static string? LinkOf(HttpResponseMessage response, string relation) =>
        response.Headers.TryGetValues("Link", out var values)
            ? values.SelectMany(value => Links.Matches(value))
                .Where(link => RelationOf(link.Groups["parameters"].Value).Contains(relation, StringComparer.OrdinalIgnoreCase))
                .Select(link => link.Groups["target"].Value)
                .FirstOrDefault(IsShowable)
            : null;

    private static string[] RelationOf(string parameters) => Relation.Match(parameters).Groups["names"].Value.Split(' ');

    private static bool IsShowable(string target) =>
        target.Length <= LongestLink && Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static string? ValueOf(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? values.First().Trim() : null;
}
