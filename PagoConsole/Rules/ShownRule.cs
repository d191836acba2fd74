using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>A rule with its tiers and how it did.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Tiers">Its entries in the rule set; one unless it has tiers.</param>
/// <param name="Span">Hits and labels of the last 30 days.</param>
public sealed record ShownRule(Rule Rule, IReadOnlyList<RuleEntry> Tiers, RuleSpan Span)
{
    public string Id => Rule.Id;

    public RuleFigures Last7 => Span.Of(Id, Span.To.AddDays(-6));

    public RuleFigures Last30 => Span.Of(Id, Span.From);

    public IReadOnlyList<int> ByDay => [.. Span.ByDay(Id).Select(day => day.Hits)];
}
