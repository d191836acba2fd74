namespace PagoConsole.Core.Overview.Counting;

/// <summary>Values that are only kept as "at most so much": a few rows tell the middle and the tail of a million.</summary>
public static class Buckets
{
    /// <summary>Where all stands that is above the last bound.</summary>
    public const int More = int.MaxValue;

    /// <summary>
    /// The value that so large a share does not exceed, taken to lie evenly between the ends of its bucket; the last bound where it is above that. Null
    /// where there is nothing.
    /// </summary>
    public static double? Percentile(IEnumerable<(int UpTo, long Count)> filled, IReadOnlyList<int> bounds, double share)
    {
        var sorted = filled.Where(bucket => bucket.Count > 0).GroupBy(bucket => bucket.UpTo, bucket => bucket.Count)
            .Select(group => (UpTo: group.Key, Count: group.Sum())).OrderBy(bucket => bucket.UpTo).ToList();
        if (sorted.Count == 0) return null;
        var left = share * sorted.Sum(bucket => bucket.Count);
        foreach (var (upTo, count) in sorted)
        {
            if (upTo == More) break;
            var from = bounds.LastOrDefault(bound => bound < upTo);
            if (left <= count) return from + ((upTo - from) * left / count);
            left -= count;
        }

        return bounds[^1];
    }

    /// <summary>The bucket of a number, in SQL.</summary>
    internal static string Sql(string number, IReadOnlyList<int> bounds) =>
        $"CASE {string.Join(' ', bounds.Select(bound => $"WHEN {number} <= {bound} THEN {bound}"))} ELSE {More} END";
}
