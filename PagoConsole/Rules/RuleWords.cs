using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Lets a rule speak: what it saw and what that was held against, as a sentence in the reader's language.</summary>
internal static class RuleWords
{
    /// <summary>A rule's name; one that we have no words for is named by its id.</summary>
    public static string NameOf(this IStringLocalizer<RulesText> text, string rule) =>
        text[$"Rule_{rule}"] is { ResourceNotFound: false } name ? name : rule;

    public static string SentenceOf(this IStringLocalizer<RulesText> text, AssessedRule rule)
    {
        if (rule.Result == RuleResult.NoInput) return text["NoInput"];
        var key = rule.Result == RuleResult.Hit ? $"Rule_{rule.Rule}_Hit" : $"Rule_{rule.Rule}_Quiet";
        return text[key] is { ResourceNotFound: false }
            ? text[key, [.. rule.Args.Select(ForReader)]]
            : text["Plain", rule.Observed, rule.Threshold];
    }

    /// <summary>Figures are kept as the wire has them: <c>1299.90 PEN</c>, <c>2.5</c>.</summary>
    private static object ForReader(string figure)
    {
        if (figure.Split(' ') is [var amount, var code] && Currency.TryParse(code, out var currency) && Money.TryParse(amount, currency, out var money))
            return MoneyFormat.Of(money);
        return decimal.TryParse(figure, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,0.##", CultureInfo.CurrentCulture)
            : figure;
    }
}
