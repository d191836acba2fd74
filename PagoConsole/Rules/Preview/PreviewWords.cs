using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Preview;

/// <summary>Says what a preview tells, for somebody who has never seen one.</summary>
internal static class PreviewWords
{
    /// <summary>What changes, in sentences; a single one where nothing does. What is approved follows from what is held and rejected.</summary>
    public static IReadOnlyList<string> SentencesOf(this IStringLocalizer<PreviewText> text, RulePreview preview, ReviewEffort? effort)
    {
        if (preview.ChangesNothing)
        {
            return [preview.IsSample ? text["Say_NothingSeen", Plain(preview.Of(0).High)] : text["Say_Nothing"]];
        }

        var sentences = new List<string>();
        foreach (var outcome in new[] { RiskOutcome.Review, RiskOutcome.Reject })
            if (text.Moved(preview, outcome) is { } moved) sentences.Add(moved);
        if (effort is not null && text.Hours(preview, effort) is { } hours) sentences.Add(hours);
        if (text.Labelled("Caught", preview.ChangeInCaught) is { } caught) sentences.Add(caught);
        if (text.Labelled("GoodHeld", preview.ChangeInGoodHeld) is { } held) sentences.Add(held);
        if (sentences.Count == 0) sentences.Add(text["Say_Even"]);
        return sentences;
    }

    /// <summary>A figure; an estimate says so and between what it lies.</summary>
    public static string Figure(this IStringLocalizer<PreviewText> text, Estimate value, string format = "#,0") => value.IsExact
        ? value.Value.ToString(format, CultureInfo.CurrentCulture)
        : text["About", value.Value.ToString(format, CultureInfo.CurrentCulture), value.Low.ToString(format, CultureInfo.CurrentCulture), value.High.ToString(format, CultureInfo.CurrentCulture)];

    /// <summary>A difference with its sign; none is "no difference".</summary>
    public static string Difference(this IStringLocalizer<PreviewText> text, Estimate value, string format = "#,0")
    {
        var signed = $"+{format};−{format};0";
        return value is { IsExact: true, Value: 0 } ? text["Same"] : text.Figure(value, signed);
    }

    /// <summary>Soles, without céntimos: they would pretend to more than is known.</summary>
    public static string Soles(double soles) => $"{MoneyFormat.Symbol(Currency.Pen)} {soles.ToString("#,0", CultureInfo.CurrentCulture)}";

    private static string? Moved(this IStringLocalizer<PreviewText> text, RulePreview preview, RiskOutcome outcome)
    {
        var change = preview.ChangeIn(outcome);
        if (Math.Abs(change.Value) < 0.5) return null;
        var daily = Math.Abs(change.Value) / preview.Days >= 1;
        var orders = Size(daily ? change.Over(preview.Days) : change);
        var soles = Math.Abs(preview.SolesChangeIn(outcome).Value) / (daily ? preview.Days : 1);
        var key = $"Say_{outcome}_{(change.Value > 0 ? "More" : "Less")}";
        var single = orders is { IsExact: true } && orders.Value.ToString("0.#", CultureInfo.InvariantCulture) == "1";
        return text[single ? $"{key}_One" : key, text.Figure(orders, "#,0.#"), text.Per(preview, daily), Soles(soles)];
    }

    private static string? Hours(this IStringLocalizer<PreviewText> text, RulePreview preview, ReviewEffort effort)
    {
        var (before, after) = (effort.HoursFor(preview.Of(preview.Before.Review).Value / preview.Days), effort.HoursFor(preview.Of(preview.After.Review).Value / preview.Days));
        var change = Math.Abs(after - before);
        if (change < 0.05) return null;
        var said = text[$"Say_Hours_{(after > before ? "More" : "Less")}", change.ToString("0.#", CultureInfo.CurrentCulture), after.ToString("0.#", CultureInfo.CurrentCulture)].Value;
        return effort.HoursPerDay is { } there && after > there && after > before ? $"{said} {text["Say_Hours_Over", there.ToString("0.#", CultureInfo.CurrentCulture)]}" : said;
    }

    private static string? Labelled(this IStringLocalizer<PreviewText> text, string what, Estimate change)
    {
        if (Math.Abs(change.Value) < 0.5) return null;
        var size = Size(change);
        var key = $"Say_{what}_{(change.Value > 0 ? "More" : "Less")}";
        return text[size is { IsExact: true, Value: 1 } ? $"{key}_One" : key, text.Figure(size)];
    }

    /// <summary>How much it is, whichever way; the bound on the other side of none becomes none.</summary>
    private static Estimate Size(Estimate change) => change.Value >= 0
        ? change with { Low = Math.Max(0, change.Low) }
        : new(-change.Value, Math.Max(0, -change.High), -change.Low);

    private static string Per(this IStringLocalizer<PreviewText> text, RulePreview preview, bool daily) => daily ? text["PerDay"] : text["InSpan", preview.Span.Length];

    private static string Plain(double number) => number.ToString("#,0", CultureInfo.CurrentCulture);
}
