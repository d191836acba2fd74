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

    // Who looks for one case means all of them; who looks at the desk, what waits.
    private MoneyView UsualView => Search is null ? MoneyView.Waiting : MoneyView.All;

    /// <summary>The first page of it.</summary>
    public DeskFilter First => this with { After = null };

    public static DeskFilter Parse(string? view, string? kind, string? age, string? search, string? after) => new DeskFilter
    {
        Kind = Named<MoneyCaseKind>(kind),
        Age = Named<MoneyAge>(age) is { } step && step != MoneyAge.Today ? step : null,
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim()[..Math.Min(search.Trim().Length, LongestSearch)],
        After = MoneyKey.Parse(after),
    }.In(Named<MoneyView>(view));

    /// <summary>The first page of what a search finds: settled cases too, unless a part of the desk was chosen.</summary>
    public DeskFilter For(string? search) => this with
    {
        Search = string.IsNullOrWhiteSpace(search) ? null : search,
        View = View == UsualView ? string.IsNullOrWhiteSpace(search) ? MoneyView.Waiting : MoneyView.All : View,
        After = null,
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("view", View == UsualView ? null : View.ToString()),
        ("kind", Kind?.ToString()),
        ("age", Age?.ToString()),
        ("q", Search),
        ("after", After?.ToString()),
    ];

    public MoneyFilter ToCore() => new(View, Kind, Age, Search);

    private DeskFilter In(MoneyView? view) => this with { View = view ?? UsualView };

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;
}
