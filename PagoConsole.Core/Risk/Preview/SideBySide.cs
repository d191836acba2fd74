using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>Judges orders by two rule sets that were bound to one plan, and counts what each says and where they differ.</summary>
internal sealed class SideBySide(BoundRules before, BoundRules after)
{
    private static readonly int Outcomes = Enum.GetValues<RiskOutcome>().Length;

    private readonly HitCount hitsBefore = new(before);
    private readonly HitCount hitsAfter = new(after);
    private readonly Pile[] pilesBefore = new Pile[Outcomes];
    private readonly Pile[] pilesAfter = new Pile[Outcomes];
    private readonly Dictionary<(RiskOutcome From, RiskOutcome To), CrossingCount> crossings = [];
    private readonly bool asksForScore = before.Asks("device-reputation") || after.Asks("device-reputation");
    private LabelFigures labelsBefore;
    private LabelFigures labelsAfter;
    private DateTimeOffset? first;
    private long judged;
    private long inDollars;
    private long withoutScore;

    public void Add(OrderFacts facts, bool? fraud)
    {
        var (was, becomes) = (hitsBefore.Add(facts), hitsAfter.Add(facts));
        var soles = (double)before.Set.Rates.InSoles(facts.Order.Amount);
        judged++;
        if (facts.Order.Amount.Currency == Currency.Usd) inDollars++;
        if (asksForScore && facts.Outside.Device?.Score is null) withoutScore++;
        if (!(first <= facts.Order.PlacedAt)) first = facts.Order.PlacedAt;
        pilesBefore[(int)was] = pilesBefore[(int)was].With(soles);
        pilesAfter[(int)becomes] = pilesAfter[(int)becomes].With(soles);
        if (fraud is { } label)
        {
            labelsBefore = labelsBefore.With(was != RiskOutcome.Approve, label);
            labelsAfter = labelsAfter.With(becomes != RiskOutcome.Approve, label);
        }

        if (was == becomes) return;
        if (!crossings.TryGetValue((was, becomes), out var crossing)) crossings[(was, becomes)] = crossing = new CrossingCount(was, becomes);
        crossing.Add(facts, soles, fraud);
    }

    /// <summary>What was counted.</summary>
    /// <param name="span">The days.</param>
    /// <param name="at">Up to when orders were looked at.</param>
    /// <param name="orders">How many orders the days have, where that is more than were judged.</param>
    /// <param name="firstOrder">When the first of them was placed, where that may be earlier than the first that was judged.</param>
    public RulePreview Report(PreviewSpan span, DateTimeOffset at, long orders = 0, DateTimeOffset? firstOrder = null) => new()
    {
        Span = span,
        At = at,
        Days = span.DaysUpTo(at, firstOrder ?? first),
        Orders = Math.Max(orders, judged),
        Judged = judged,
        InDollars = inDollars,
        Rates = before.Set.Rates,
        Before = SideOf(pilesBefore, labelsBefore),
        After = SideOf(pilesAfter, labelsAfter),
        Crossings = [.. crossings.Values.Select(crossing => crossing.Report(before, after)).OrderByDescending(c => c.Pile.Orders).ThenBy(c => c.From).ThenBy(c => c.To)],
        Rules = [.. hitsAfter.Ids.Union(hitsBefore.Ids).Select(rule => new RuleHits(rule, hitsBefore.Of(rule), hitsAfter.Of(rule)))],
        WithoutScore = withoutScore,
    };

    private static PreviewSide SideOf(Pile[] piles, LabelFigures labels) =>
        new(piles[(int)RiskOutcome.Approve], piles[(int)RiskOutcome.Review], piles[(int)RiskOutcome.Reject], labels);

    /// <summary>One side's hits by rule.</summary>
    private sealed class HitCount
    {
        private readonly BoundRules bound;
        private readonly RuleEffect[] effects;
        private readonly int[] ruleOf;
        private readonly bool[] fired;
        private readonly long[] hits;
        private readonly RuleMode[] modes;

        public HitCount(BoundRules bound)
        {
            this.bound = bound;
            Ids = [.. bound.Set.Rules.Select(entry => entry.Rule).Distinct()];
            modes = [.. Ids.Select(rule => bound.Set.Rules.Where(entry => entry.Rule == rule).Max(entry => entry.Mode))];
            effects = new RuleEffect[bound.Rules.Count];
            ruleOf = [.. bound.Rules.Select(tier => Ids.IndexOf(tier.Entry.Rule))];
            fired = new bool[Ids.Count];
            hits = new long[Ids.Count];
        }

        public List<string> Ids { get; }

        public RiskOutcome Add(OrderFacts facts)
        {
            var outcome = bound.Decide(facts, effects).Outcome;
            Array.Clear(fired);
            for (var i = 0; i < effects.Length; i++) fired[ruleOf[i]] |= effects[i] != RuleEffect.None;
            for (var rule = 0; rule < fired.Length; rule++) hits[rule] += fired[rule] ? 1 : 0;
            return outcome;
        }

        public RuleSide Of(string rule) => Ids.IndexOf(rule) is >= 0 and var at ? new(modes[at], hits[at]) : default;
    }
}
