namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>A payment with what it is worth in dollars.</summary>
/// <param name="OperationId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="At">When it was paid.</param>
/// <param name="UsdMinor">Its worth in cents.</param>
public sealed record ValuedPayment(string OperationId, string OrderId, DateTimeOffset At, long UsdMinor);

/// <summary>What lies just under a threshold, and when several of it are a pattern.</summary>
/// <param name="From">The least, in cents; it is in.</param>
/// <param name="Threshold">The threshold, in cents; it is not.</param>
/// <param name="Count">So many are a pattern.</param>
/// <param name="Within">If they lie no further apart.</param>
public sealed record NearRule(long From, long Threshold, int Count, TimeSpan Within)
{
    /// <summary>Whether an amount lies just under the threshold.</summary>
    public bool Holds(long usdMinor) => usdMinor >= From && usdMinor < Threshold;
}

/// <summary>Several payments of one person just under a threshold within days.</summary>
/// <param name="Payments">The payments, oldest first.</param>
public sealed record NearPattern(IReadOnlyList<ValuedPayment> Payments)
{
    /// <summary>The first of them.</summary>
    public DateTimeOffset From => Payments[0].At;

    /// <summary>The last of them.</summary>
    public DateTimeOffset To => Payments[^1].At;

    /// <summary>What they are worth together, in cents.</summary>
    public long UsdMinor => Payments.Sum(p => p.UsdMinor);
}

/// <summary>Finds payments that look as if a larger one had been parted so that each stays under a threshold.</summary>
public static class Structuring
{
    /// <summary>The patterns among the payments of one person. Each payment is in at most one; wherever enough lie close together, at least one of them is in one.</summary>
    public static IReadOnlyList<NearPattern> Find(IEnumerable<ValuedPayment> payments, NearRule rule)
    {
        var near = payments.Where(p => rule.Holds(p.UsdMinor)).OrderBy(p => p.At).ThenBy(p => p.OperationId, StringComparer.Ordinal).ToList();
        var found = new List<NearPattern>();
        for (var first = 0; first < near.Count;)
        {
            var end = first;
            while (end < near.Count && near[end].At - near[first].At <= rule.Within) end++;
            if (end - first >= rule.Count)
            {
                found.Add(new NearPattern(near[first..end]));
                first = end;
            }
            else first++;
        }

        return found;
    }
}
