using System.Globalization;

namespace PagoConsole.Benchmarks.Load;

/// <summary>What <c>door</c> and <c>orders</c> measure: <c>[sqlite|postgres] [CONNECTIONS …] [flat]</c>.</summary>
/// <param name="Connections">How many at once.</param>
/// <param name="Sqlite">Whether on SQLite.</param>
/// <param name="Postgres">Whether on PostgreSQL.</param>
/// <param name="Seconds">How long each.</param>
/// <param name="WarmUp">Seconds before it.</param>
/// <param name="Rounds">How often, each on a new store.</param>
internal sealed record LoadPlan(IReadOnlyList<int> Connections, bool Sqlite, bool Postgres, int Seconds, int WarmUp, int Rounds)
{
    public static LoadPlan Of(string[] arguments)
    {
        List<int> connections = [.. arguments.Where(a => int.TryParse(a, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        var (flat, quick) = (arguments.Contains("flat"), arguments.Contains("quick"));
        return new LoadPlan(
            connections.Count > 0 ? connections : [64],
            Sqlite: !arguments.Contains("postgres"),
            Postgres: !arguments.Contains("sqlite"),
            Seconds: flat ? 60 : quick ? 8 : 30,
            WarmUp: quick ? 12 : 20,
            Rounds: flat || quick ? 1 : 3);
    }
}
