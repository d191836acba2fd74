using System.Globalization;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Rules;

/// <summary>Which list entries are shown, as the address says it.</summary>
internal sealed record ListsFilter
{
    private const string Week = "week";

    public string? Search { get; init; }

    public ListEffect? Effect { get; init; }

    public ListedKind? Kind { get; init; }

    /// <summary>Also those that expired or were taken off.</summary>
    public bool Ended { get; init; }

    public string? Owner { get; init; }

    /// <summary>Only what ends within a week.</summary>
    public bool EndsSoon { get; init; }

    public ListCursor? After { get; init; }

    /// <summary>The entry whose orders are open beside the list.</summary>
    public string? Open { get; init; }

    public bool IsEmpty => Search is null && Effect is null && Kind is null && Owner is null && !EndsSoon;

    /// <summary>The first page of it, with nothing open.</summary>
    public ListsFilter First => this with { After = null, Open = null };

    public static ListsFilter Parse(string? search, string? effect, string? kind, string? ended, string? owner = null, string? ends = null, string? after = null, string? open = null) => new()
    {
        Search = TextOf(search),
        Effect = Enum.TryParse<ListEffect>(effect, out var one) && Enum.IsDefined(one) ? one : null,
        Kind = Enum.TryParse<ListedKind>(kind, out var named) && Enum.IsDefined(named) ? named : null,
        Ended = ended == "1",
        Owner = TextOf(owner),
        EndsSoon = ends == Week,
        After = CursorOf(after),
        Open = TextOf(open),
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("q", Search), ("effect", Effect?.ToString()), ("kind", Kind?.ToString()), ("ended", Ended ? "1" : null), ("owner", Owner), ("ends", EndsSoon ? Week : null),
        ("after", After is null ? null : $"{After.CreatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}~{After.EntryId}"),
        ("open", Open),
    ];

    public ListFilter ToCore() => new(Effect, Kind, Search, Ended, Owner, EndsSoon);

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ListCursor? CursorOf(string? text) =>
        text?.Split('~', 2) is [var at, var entryId] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new ListCursor(DateTimeOffset.FromUnixTimeMilliseconds(ms), entryId)
            : null;
}
