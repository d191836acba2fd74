using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.MoneyDesk;

/// <summary>What the desk shows, as its address says it, so that a link shows a colleague the same.</summary>
internal sealed record DeskFilter
{
    private const int LongestSearch = 128;

    public MoneyView View { get; init; }

    public MoneyCaseKind? Kind { get; init; }

    public MoneyAge? Age { get; init; }

    public string? Search { get; init; }

    public MoneyKey? After { get; init; }

    public bool IsEmpty => View == MoneyView.Waiting && Kind is null && Age is null && Search is null;

    /// <summary>The first page of it.</summary>
    public DeskFilter First => this with { After = null };

    public static DeskFilter Parse(string? view, string? kind, string? age, string? search, string? after) => new()
    {
        View = Named<MoneyView>(view) ?? MoneyView.Waiting,
        Kind = Named<MoneyCaseKind>(kind),
        Age = Named<MoneyAge>(age) is { } step && step != MoneyAge.Today ? step : null,
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim()[..Math.Min(search.Trim().Length, LongestSearch)],
        After = MoneyKey.Parse(after),
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("view", View == MoneyView.Waiting ? null : View.ToString()),
        ("kind", Kind?.ToString()),
        ("age", Age?.ToString()),
        ("q", Search),
        ("after", After?.ToString()),
    ];

    public MoneyFilter ToCore() => new(View, Kind, Age, Search);

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;
}
