namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Which tier of a rule is which in another rule set: in their order, as many pairs as can be, and those that differ least.</summary>
internal static class TierMatch
{
    private const int Alone = 1000;

    /// <summary>The pairs by index; a tier without a partner was added or taken out.</summary>
    public static IReadOnlyList<(int? From, int? To)> Of(IReadOnlyList<RuleEntry> from, IReadOnlyList<RuleEntry> to)
    {
        var cost = new int[from.Count + 1, to.Count + 1];
        for (var i = from.Count; i >= 0; i--)
            for (var j = to.Count; j >= 0; j--)
                cost[i, j] = (from.Count - i, to.Count - j) switch
                {
                    (0, var added) => added * Alone,
                    (var removed, 0) => removed * Alone,
                    _ => Math.Min(Differences(from[i], to[j]) + cost[i + 1, j + 1], Alone + Math.Min(cost[i + 1, j], cost[i, j + 1])),
                };

        var pairs = new List<(int?, int?)>();
        for (int i = 0, j = 0; i < from.Count || j < to.Count;)
        {
            if (i < from.Count && j < to.Count && cost[i, j] == Differences(from[i], to[j]) + cost[i + 1, j + 1]) pairs.Add((i++, j++));
            else if (i < from.Count && cost[i, j] == Alone + cost[i + 1, j]) pairs.Add((i++, null));
            else pairs.Add((null, j++));
        }

        return pairs;
    }

    private static int Differences(RuleEntry one, RuleEntry other)
    {
        var (ours, theirs) = (EntryFields.Of(one), EntryFields.Of(other));
        return ours.Keys.Union(theirs.Keys).Count(name => ours.GetValueOrDefault(name) != theirs.GetValueOrDefault(name));
    }
}
