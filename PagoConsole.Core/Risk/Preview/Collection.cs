using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>The facts of all orders of a span, so that other settings of the same questions can be judged at once.</summary>
/// <param name="Plan">What is asked.</param>
/// <param name="Scores">Whether the recorded scores of outside services are among them.</param>
/// <param name="Span">The days.</param>
/// <param name="At">Up to when orders and labels are looked at.</param>
internal sealed record Collection(FactPlan Plan, bool Scores, PreviewSpan Span, DateTimeOffset At)
{
    private const string AsksForScore = "device-reputation";

    /// <summary>
    /// Counts are collected up to here whatever the thresholds are, so that a slider that moves within it asks nothing new: as far as settings of
    /// counts go in practice, and a little more.
    /// </summary>
    private const int CountsTo = 100 + Binding.Beyond + 1;

    /// <summary>The orders, as they were accepted.</summary>
    public IReadOnlyList<(OrderFacts Facts, bool? Fraud)> Orders { get; init; } = [];

    /// <summary>What is to be collected so that two rule sets can be judged.</summary>
    public static Collection For(RuleBook book, PreviewQuery query, PreviewSpan span, DateTimeOffset at)
    {
        var before = book.Bind(query.Active, CountsTo);
        var after = book.Bind(query.Draft, before.Plan);
        return new(before.Plan, before.Asks(AsksForScore) || after.Asks(AsksForScore), span, at);
    }

    /// <summary>Both rule sets, bound to what is asked; null where they ask for more than that.</summary>
    public (BoundRules Before, BoundRules After)? Bind(RuleBook book, PreviewQuery query)
    {
        var plan = Plan.Further();
        var (before, after) = (book.Bind(query.Active, plan), book.Bind(query.Draft, plan));
        var answers = plan.Questions.Count == Plan.Questions.Count && (Scores || !(before.Asks(AsksForScore) || after.Asks(AsksForScore)));
        return answers ? (before, after) : null;
    }

    /// <summary>Whether it answers all that a query asks of some days.</summary>
    public bool Serves(RuleBook book, PreviewQuery query, PreviewSpan span) => Span.Holds(span) && Bind(book, query) is not null;
}
