using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>Lets a rule speak: what it means, what it saw and what that was held against, as sentences in the reader's language.</summary>
internal static class RuleWords
{
    private const int MostFigures = 8;

    /// <summary>A rule's name; one that we have no words for is named by its id.</summary>
    public static string NameOf(this IStringLocalizer<RulesText> text, string rule) =>
        text[$"Rule_{rule}"] is { ResourceNotFound: false } name ? name : rule;

    /// <summary>What a rule is about and why it matters.</summary>
    public static string MeaningOf(this IStringLocalizer<RulesText> text, string rule) =>
        text[$"Rule_{rule}_Meaning"] is { ResourceNotFound: false } meaning ? meaning : "";

    /// <summary>What a rule saw in an order.</summary>
    public static string SentenceOf(this IStringLocalizer<RulesText> text, AssessedRule rule)
    {
        if (rule.Result == RuleResult.NoInput)
            return Find(text, $"Rule_{rule.Rule}_NoInput") is { } missing ? Sentence(text, missing, rule) : text["NoInput"];
        var key = rule.Result == RuleResult.Hit ? $"Rule_{rule.Rule}_Hit" : $"Rule_{rule.Rule}_Quiet";
        return (Find(text, key + Variant(rule)) ?? Find(text, key)) is { } found
            ? Sentence(text, found, rule)
            : text["Plain", rule.Observed, rule.Threshold];
    }

    /// <summary>What a rule that fired asks for: points, a person, a rejection, or trust.</summary>
    public static string ActionOf(this IStringLocalizer<RulesText> text, AssessedRule rule) =>
        text[IsTrust(rule) ? "Action_Trust" : $"Action_{rule.Action}", rule.Score];

    /// <summary>Whether a rule fired in the buyer's favour: only a trust entry does, and it gives no points.</summary>
    public static bool IsTrust(AssessedRule rule) => rule is { Rule: "list-match", Action: RuleAction.Score, Score: 0 };

    /// <summary>The counts behind a rule's precision.</summary>
    public static string PrecisionOf(this IStringLocalizer<RulesText> text, RuleFigures figures) =>
        figures.Labelled == 0 ? text["Precision_None"] : text["Precision_Of", figures.Right, figures.Labelled];

    /// <summary>The counts behind a rule's recall.</summary>
    public static string RecallOf(this IStringLocalizer<RulesText> text, RuleFigures figures) =>
        figures.Fraud == 0 ? text["Recall_None"] : text["Recall_Of", figures.Right, figures.Fraud];

    /// <summary>Words, one after the other.</summary>
    public static string Join(this IStringLocalizer<RulesText> text, IEnumerable<string> words) => string.Join(text["Separator"], words);

    /// <summary>One order, none at all, the same country twice, a ring instead of direct links: each has a sentence of its own where it needs one.</summary>
    private static string Variant(AssessedRule rule) => (rule.Rule, rule.Args) switch
    {
        ("geo-mismatch", [var from, var to, ..]) when from == to => "_Same",
        ("linked-accounts", [_, _, "ring", ..]) => "_ring",
        (_, ["0", ..]) => "_Zero",
        (_, ["1", ..]) => "_One",
        _ => "",
    };

    private static string? Find(IStringLocalizer<RulesText> text, string key) => text[key] is { ResourceNotFound: false } found ? found.Value : null;

    /// <summary>An assessment of long ago may hold fewer figures than today's sentence names.</summary>
    private static string Sentence(IStringLocalizer<RulesText> text, string format, AssessedRule rule)
    {
        var figures = rule.Args.Select((figure, at) => FindingWords.Of(text, rule.Rule, at, figure));
        var sentence = string.Format(CultureInfo.CurrentCulture, format, [.. figures, .. Enumerable.Repeat("–", MostFigures)]);
        return sentence.Length > 0 ? char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..] : sentence;
    }
}
