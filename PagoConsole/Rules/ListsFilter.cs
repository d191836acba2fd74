using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Rules;

/// <summary>Which list entries are shown, as the address says it.</summary>
internal sealed record ListsFilter
{
    public string? Search { get; init; }

    public ListEffect? Effect { get; init; }

    public ListedKind? Kind { get; init; }

    /// <summary>Also those that expired or were taken off.</summary>
    public bool Ended { get; init; }

    public bool IsEmpty => Search is null && Effect is null && Kind is null;

    public static ListsFilter Parse(string? search, string? effect, string? kind, string? ended) => new()
    {
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        Effect = Enum.TryParse<ListEffect>(effect, out var one) && Enum.IsDefined(one) ? one : null,
        Kind = Enum.TryParse<ListedKind>(kind, out var named) && Enum.IsDefined(named) ? named : null,
        Ended = ended == "1",
    };

    public (string Name, string? Value)[] ToQuery() => [("q", Search), ("effect", Effect?.ToString()), ("kind", Kind?.ToString()), ("ended", Ended ? "1" : null)];

    public ListFilter ToCore() => new(Effect, Kind, Search, Ended);
}
