using System.Globalization;
using PagoConsole.Core.Evidence.Audit;

namespace PagoConsole.Audit;

/// <summary>What the audit shows, as its address says it, so that a link shows a colleague the same.</summary>
public sealed record AuditQuery
{
    public AuditWho Who { get; init; }

    public string? Actor { get; init; }

    public AuditArea? Area { get; init; }

    public string? Kind { get; init; }

    public string? Subject { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public long? Before { get; init; }

    /// <summary>The entry that is open beside the list.</summary>
    public long? Open { get; init; }

    /// <summary>The first page of it, with nothing open.</summary>
    public AuditQuery First => this with { Before = null, Open = null };

    public bool IsEmpty => First == new AuditQuery();

    public static AuditQuery Parse(Func<string, string?> query) => new()
    {
        Who = Named<AuditWho>(query("who")) ?? AuditWho.People,
        Actor = TextOf(query("actor")),
        Area = Named<AuditArea>(query("area")),
        Kind = TextOf(query("kind")),
        Subject = TextOf(query("of")),
        From = DayOf(query("from")),
        To = DayOf(query("to")),
        Before = NumberOf(query("before")),
        Open = NumberOf(query("open")),
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("who", Who == AuditWho.People ? null : Who.ToString()),
        ("actor", Actor),
        ("area", Area?.ToString()),
        ("kind", Kind),
        ("of", Subject),
        ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("before", Before?.ToString(CultureInfo.InvariantCulture)),
        ("open", Open?.ToString(CultureInfo.InvariantCulture)),
    ];

    public AuditFilter ToCore() => new(Who, Actor, Area, Kind, Subject, From, To);

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    private static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
