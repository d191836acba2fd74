namespace PagoConsole.Core.Risk.Preview;

/// <summary>What a draft would have done with the orders of some days, beside what the rules in force would have done.</summary>
public sealed record RulePreview
{
    /// <summary>Orders of each way across sides that are listed.</summary>
    public const int MostListed = 200;

    /// <summary>The days.</summary>
    public required PreviewSpan Span { get; init; }

    /// <summary>Up to when orders and labels were looked at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many days figures by day are divided by.</summary>
    public required double Days { get; init; }

    /// <summary>Orders of those days.</summary>
    public required long Orders { get; init; }

    /// <summary>Those of them that were judged.</summary>
    public required long Judged { get; init; }

    /// <summary>Orders in dollars among those that were judged; they count in soles at the dated rate of the rules in force.</summary>
    public required long InDollars { get; init; }

    /// <summary>That rate.</summary>
    public required RiskRates Rates { get; init; }

    /// <summary>By the rules in force.</summary>
    public required PreviewSide Before { get; init; }

    /// <summary>By the draft.</summary>
    public required PreviewSide After { get; init; }

    /// <summary>The ways in which orders change sides, the most travelled first.</summary>
    public required IReadOnlyList<Crossing> Crossings { get; init; }

    /// <summary>Each rule's hits, in the draft's order; its tiers together.</summary>
    public required IReadOnlyList<RuleHits> Rules { get; init; }

    /// <summary>A side asks for the score of an outside service, which these many judged orders have none of on record: there the rule is quiet.</summary>
    public required long WithoutScore { get; init; }

    /// <summary>Whether only a random sample was judged.</summary>
    public bool IsSample => Judged < Orders;

    /// <summary>How many of all orders, judged by how many of those that were looked at.</summary>
    public Estimate Of(long judged) => Estimate.OfCount(judged, Judged, Orders);

    /// <summary>How many orders a pile holds in all.</summary>
    public Estimate Of(Pile pile) => Of(pile.Orders);

    /// <summary>What a pile is worth in all, in soles.</summary>
    public Estimate SolesOf(Pile pile) => Estimate.OfSum(pile.Soles, pile.Squares, Judged, Orders);

    /// <summary>How many more orders have an outcome by the draft than by the rules in force; below zero, how many fewer.</summary>
    public Estimate ChangeIn(RiskOutcome outcome) =>
        Of(Crossings.Where(c => c.To == outcome).Sum(c => c.Pile.Orders)).Less(Of(Crossings.Where(c => c.From == outcome).Sum(c => c.Pile.Orders)));

    /// <summary>The same in soles.</summary>
    public Estimate SolesChangeIn(RiskOutcome outcome) =>
        SolesOf(Together(c => c.To == outcome)).Less(SolesOf(Together(c => c.From == outcome)));

    /// <summary>How much more fraud is held or rejected.</summary>
    public Estimate ChangeInCaught => ChangeInFlagged(c => c.Fraud);

    /// <summary>How many more good orders are.</summary>
    public Estimate ChangeInGoodHeld => ChangeInFlagged(c => c.Good);

    /// <summary>Whether every order that was judged stays on its side.</summary>
    public bool ChangesNothing => Crossings.Count == 0;

    private Estimate ChangeInFlagged(Func<Crossing, long> labelled) =>
        Of(Crossings.Where(c => c.From == RiskOutcome.Approve).Sum(labelled)).Less(Of(Crossings.Where(c => c.To == RiskOutcome.Approve).Sum(labelled)));

    private Pile Together(Func<Crossing, bool> which) => Crossings.Where(which).Select(c => c.Pile).Aggregate(
        default(Pile), (all, pile) => new(all.Orders + pile.Orders, all.Soles + pile.Soles, all.Squares + pile.Squares));
}

/// <summary>What one rule set says.</summary>
/// <param name="Approve">Orders that it sells.</param>
/// <param name="Review">Orders that a person sees.</param>
/// <param name="Reject">Orders that it refuses.</param>
/// <param name="Labels">How it does against labels.</param>
public sealed record PreviewSide(Pile Approve, Pile Review, Pile Reject, LabelFigures Labels)
{
    /// <summary>The orders with one outcome.</summary>
    public Pile Of(RiskOutcome outcome) => outcome switch
    {
        RiskOutcome.Approve => Approve,
        RiskOutcome.Review => Review,
        RiskOutcome.Reject => Reject,
    };
}

/// <summary>A number of orders, and what they are worth.</summary>
/// <param name="Orders">How many.</param>
/// <param name="Soles">Their amounts together, dollars at the dated rate.</param>
/// <param name="Squares">The squares of their amounts together, from which a sample's uncertainty follows.</param>
public readonly record struct Pile(long Orders, double Soles, double Squares)
{
    internal Pile With(double soles) => new(Orders + 1, Soles + soles, Squares + (soles * soles));
}

/// <summary>Orders of which is known what they were.</summary>
/// <param name="Fraud">Fraud.</param>
/// <param name="Caught">Fraud that was held or rejected.</param>
/// <param name="Good">Good orders.</param>
/// <param name="GoodHeld">Good orders that were held or rejected.</param>
public readonly record struct LabelFigures(long Fraud, long Caught, long Good, long GoodHeld)
{
    /// <summary>Fraud that was sold.</summary>
    public long Missed => Fraud - Caught;

    /// <summary>Of what was held or rejected and is labelled, the part that was fraud; null where there is nothing.</summary>
    public double? Precision => Caught + GoodHeld == 0 ? null : (double)Caught / (Caught + GoodHeld);

    /// <summary>Of all fraud, the part that was caught; null where none is known.</summary>
    public double? Recall => Fraud == 0 ? null : (double)Caught / Fraud;

    internal LabelFigures With(bool flagged, bool fraud) => new(
        Fraud + (fraud ? 1 : 0), Caught + (fraud && flagged ? 1 : 0), Good + (fraud ? 0 : 1), GoodHeld + (!fraud && flagged ? 1 : 0));
}

/// <summary>A rule's hits on both sides.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">Orders that it fires for with the rules in force.</param>
/// <param name="After">Orders that it fires for with the draft.</param>
public sealed record RuleHits(string Rule, RuleSide Before, RuleSide After);

/// <summary>A rule on one side.</summary>
/// <param name="Mode">The strongest mode of its tiers; null where it is not in the set.</param>
/// <param name="Hits">Orders for which one of its tiers fires.</param>
public readonly record struct RuleSide(RuleMode? Mode, long Hits);
