using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>
/// Labelled orders in the order of time, and for each the rules that fire under every setting that is tried: all that a search needs. Of very
/// many orders an even part is kept.
/// </summary>
internal sealed class LabelledSample
{
    private readonly BoundRule[] certain;
    private readonly (Tier Tier, BoundRule[] Variants, Bits[] Hits)[] searched;
    private readonly List<int> points = [];
    private readonly int most;
    private int every = 1;
    private long seen;

    /// <param name="set">The rule set.</param>
    /// <param name="book">The rules.</param>
    /// <param name="plan">What they ask their questions of.</param>
    /// <param name="most">The most orders that are kept; an even number.</param>
    public LabelledSample(RuleSet set, RuleBook book, FactPlan plan, int most)
    {
        this.most = most;
        var entries = set.Rules.Select((entry, place) => (Rule: book.Find(entry.Rule)!, Entry: entry, Place: place)).ToList();
        Tiers = [.. entries.Where(e => Tier.IsSearched(e.Rule, e.Entry)).Select(e => Tier.Of(e.Place, e.Rule, e.Entry))];
        certain = [.. entries.Where(e => e.Entry.Mode == RuleMode.Enforce && !Tier.IsSearched(e.Rule, e.Entry)).Select(e => Bound(e.Rule, e.Entry))];
        searched = [.. Tiers.Select(tier => (tier, tier.Variants.Select(v => Bound(book.Find(v.Entry.Rule)!, v.Entry)).ToArray(), tier.Variants.Select(_ => new Bits()).ToArray()))];
        BoundRule Bound(Rule rule, RuleEntry entry) => new(entry, rule, rule.Bind(entry, new Binding(plan, set.Rates)));
    }

    /// <summary>What is searched.</summary>
    public IReadOnlyList<Tier> Tiers { get; }

    /// <summary>How many orders it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Whether only a part of the orders is held.</summary>
    public bool IsPart => every > 1;

    /// <summary>Which of them are fraud.</summary>
    public Bits Fraud { get; } = new();

    /// <summary>Which of them are flagged by a rule that is not searched.</summary>
    public Bits Flagged { get; } = new();

    /// <summary>The points that rules give which are not searched.</summary>
    public IReadOnlyList<int> CertainPoints => points;

    /// <summary>For which of them a tier does something under a variant.</summary>
    public Bits Hits(int tier, int variant) => searched[tier].Hits[variant];

    public void Add(OrderFacts facts, bool fraud)
    {
        if (seen++ % every != 0) return;
        if (Count == most) Halve();
        if ((seen - 1) % every != 0) return;
        var trusted = Array.Exists(certain, rule => rule.EffectOn(facts) == RuleEffect.Trust);
        var (flagged, score) = (false, 0);
        foreach (var rule in certain)
        {
            var effect = rule.EffectOn(facts);
            if (trusted && rule.IsLifted(effect)) continue;
            flagged |= effect is RuleEffect.Reject or RuleEffect.Review;
            score += effect == RuleEffect.Score ? rule.Entry.Score : 0;
        }

        Fraud.Add(Count, fraud);
        Flagged.Add(Count, flagged);
        points.Add(score);
        foreach (var (tier, variants, hits) in searched)
            for (var v = 0; v < variants.Length; v++)
                hits[v].Add(Count, (!trusted || tier.Entry.Action == RuleAction.Reject) && variants[v].Judge(facts) == RuleResult.Hit);
        Count++;
    }

    private void Halve()
    {
        foreach (var bits in searched.SelectMany(s => s.Hits).Append(Fraud).Append(Flagged)) bits.Halve(Count);
        for (var i = 0; i < (Count + 1) / 2; i++) points[i] = points[i * 2];
        Count = (Count + 1) / 2;
        points.RemoveRange(Count, points.Count - Count);
        every *= 2;
    }
}
