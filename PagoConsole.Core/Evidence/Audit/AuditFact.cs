using System.Text.Json;

namespace PagoConsole.Core.Evidence.Audit;

/// <summary>One thing that an entry says.</summary>
/// <param name="Name">What it is about: the member's name, with those around it, such as <c>changes.ip-velocity.limit</c>; empty for the thing itself.</param>
/// <param name="Before">What it was; null where the entry tells of no change.</param>
/// <param name="After">What it is, or became; null where it was taken away.</param>
/// <param name="Changed">Whether it tells of a change.</param>
public sealed record AuditFact(string Name, string? Before, string? After, bool Changed);

/// <summary>Reads an entry's data as facts, so that nobody has to read JSON.</summary>
public static class AuditFacts
{
    private const string From = "from";
    private const string To = "to";

    /// <summary>Facts that are told at most.</summary>
    public const int Most = 200;

    /// <summary>All that some JSON says, in its order; what has <c>from</c> and <c>to</c> is one change.</summary>
    public static IReadOnlyList<AuditFact> Of(string json)
    {
        using var data = JsonDocument.Parse(json);
        return [.. Of("", data.RootElement).Take(Most)];
    }

    private static IEnumerable<AuditFact> Of(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(name, value),
        JsonValueKind.Array when value.EnumerateArray().All(IsPlain) => [new(name, null, string.Join(", ", value.EnumerateArray().Select(TextOf)), false)],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at) => Of(Named(name, item, at), item)),
        _ => [new(name, null, TextOf(value), false)],
    };

    private static IEnumerable<AuditFact> OfObject(string name, JsonElement value)
    {
        var changes = (value.TryGetProperty(From, out var from) ? IsPlain(from) : value.TryGetProperty(To, out _))
            && (!value.TryGetProperty(To, out var to) || IsPlain(to)) && !IsPeriod(value);
        if (changes) yield return new(name, Member(value, From), Member(value, To), true);
        foreach (var member in value.EnumerateObject())
        {
            if (changes && member.Name is From or To) continue;
            if (changes && name.Split('.').Contains(TextOf(member.Value))) continue; // it is in the name
            foreach (var fact in Of(name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value)) yield return fact;
        }
    }

    // An export has a first and a last day: no change.
    private static bool IsPeriod(JsonElement value) =>
        DateOnly.TryParse(Member(value, From), out _) && DateOnly.TryParse(Member(value, To), out _);

    // "rules.changes" of a rule's setting are told by what they change.
    private static string Named(string name, JsonElement item, int at)
    {
        var keys = item.ValueKind == JsonValueKind.Object
            ? item.EnumerateObject().Where(m => m.Name is "rule" or "tier" or "setting" && IsPlain(m.Value)).Select(m => TextOf(m.Value)!).ToList()
            : [];
        return $"{name}.{(keys.Count > 0 ? string.Join('.', keys) : at + 1)}";
    }

    private static string? Member(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? TextOf(value) : null;

    private static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
