using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>Counts the orders that change sides in one way and keeps the newest of them.</summary>
internal sealed class CrossingCount(RiskOutcome from, RiskOutcome to)
{
    private readonly Queue<(OrderFacts Facts, bool? Fraud)> newest = [];
    private Pile pile;
    private long fraud;
    private long good;

    /// <summary>Adds an order; they come in the order in which they were accepted.</summary>
    public void Add(OrderFacts facts, double soles, bool? label)
    {
        pile = pile.With(soles);
        fraud += label == true ? 1 : 0;
        good += label == false ? 1 : 0;
        if (newest.Count == RulePreview.MostListed) newest.Dequeue();
        newest.Enqueue((facts, label));
    }

    public Crossing Report(BoundRules before, BoundRules after) =>
        new(from, to, pile, fraud, good, [.. newest.Reverse().Select(order => Explain(order.Facts, order.Fraud, before, after))]);

    private static ChangedOrder Explain(OrderFacts facts, bool? label, BoundRules before, BoundRules after)
    {
        var (was, counted) = Counting(before, facts);
        var (becomes, counts) = Counting(after, facts);
        var age = facts.Order.PlacedAt - facts.Order.AccountCreatedAt;
        return new(
            facts.Order.OrderId,
            facts.Order.Amount,
            facts.Order.PlacedAt,
            age < TimeSpan.Zero ? TimeSpan.Zero : age,
            was.Score,
            becomes.Score,
            [.. counts.Except(counted)],
            [.. counted.Except(counts)],
            label);
    }

    private static (RiskVerdict Verdict, List<string> Rules) Counting(BoundRules rules, OrderFacts facts)
    {
        var effects = new RuleEffect[rules.Rules.Count];
        var verdict = rules.Decide(facts, effects);
        return (verdict, [.. Enumerable.Range(0, effects.Length).Where(i => rules.Counts(i, effects)).Select(i => rules.Rules[i].Entry.Rule).Distinct()]);
    }
}
