using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>Figures that are to be added to a table of counts, each once for its key.</summary>
/// <param name="name">The table.</param>
/// <param name="keys">Its key.</param>
/// <param name="sums">Its figures.</param>
internal sealed class CountTable(string name, string[] keys, string[] sums)
{
    private const int AtOnce = 500;
    private readonly SortedDictionary<string, (object[] Key, long[] Sums)> rows = new(StringComparer.Ordinal);

    /// <summary>Adds to the figures of one key.</summary>
    public void Add(object[] key, params ReadOnlySpan<long> figures)
    {
        var word = string.Join('\u001f', key);
        if (!rows.TryGetValue(word, out var row)) rows[word] = row = (key, new long[sums.Length]);
        for (var i = 0; i < figures.Length; i++) row.Sums[i] += figures[i];
    }

    /// <summary>Writes them, in the order of their keys so that two who write never wait for each other crosswise.</summary>
    public async Task WriteAsync(PagoDb db, CancellationToken ct)
    {
        string[] columns = [.. keys, .. sums];
        var added = string.Join(", ", sums.Select(sum => $"{sum} = {name}.{sum} + excluded.{sum}"));
        foreach (var part in rows.Values.Where(row => row.Sums.Any(sum => sum != 0)).Chunk(AtOnce))
        {
            await db.ExecuteAsync(
                $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES {Sql.Rows(part.Length, columns.Length)} ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {added}",
                [.. part.SelectMany(row => row.Key.Concat(row.Sums.Cast<object>()))],
                ct);
        }
    }
}

/// <summary>All figures that a batch adds to.</summary>
internal sealed class RuleCounts
{
    private readonly CountTable hours = new("judged_hours", ["hour", "version", "what"], ["orders", "minor"]);

    private readonly CountTable rules = new(
        "rule_days", ["day", "rule", "version", "mode"], ["hits", "held", "held_minor", "rejected", "alone", "fraud", "good", "released", "refused"]);

    private readonly CountTable pairs = new("rule_pair_days", ["day", "rule", "other"], ["hits"]);
    private readonly CountTable labels = new("labelled_days", ["day", "version"], ["fraud", "good"]);

    public void AddHour(DateTimeOffset at, int version, Judgement what, long minor)
    {
        var ms = at.ToUnixTimeMilliseconds();
        hours.Add([ms - (ms % 3_600_000), version, what.ToString()], 1, minor);
    }

    public void AddRule(DateOnly day, string rule, int version, RuleMode mode, RuleFigure figure, long times) =>
        rules.Add([day, rule, version, mode.ToString()], figure.Columns(times));

    public void AddPair(DateOnly day, string rule, string other) => pairs.Add([day, rule, other], 1);

    public void AddLabel(DateOnly day, int version, bool fraud, int times) => labels.Add([day, version], fraud ? [times, 0] : [0, times]);

    public async Task WriteAsync(PagoDb db, CancellationToken ct)
    {
        foreach (var table in new[] { hours, labels, pairs, rules }) await table.WriteAsync(db, ct);
    }
}

/// <summary>Which figure of a rule's day, in the order of the table's columns.</summary>
internal enum RuleFigure
{
    Hits,
    Held,
    HeldMinor,
    Rejected,
    Alone,
    Fraud,
    Good,
    Released,
    Refused,
}

internal static class RuleFigureColumns
{
    private static readonly int Count = Enum.GetValues<RuleFigure>().Length;

    public static long[] Columns(this RuleFigure figure, long times)
    {
        var columns = new long[Count];
        columns[(int)figure] = times;
        return columns;
    }
}
