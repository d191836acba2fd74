using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Hosting.Commands;

/// <summary>A back-test's report, as one JSON object or as text.</summary>
internal static class BackTestOutput
{
    public static string Json(BackTestReport report)
    {
        var all = report.All;
        var written = JsonSerializer.SerializeToNode(
            new
            {
                report.Orders,
                report.Labelled,
                all = new { all.Approve, all.Review, all.Reject, all.Flagged, all.Against.Precision, all.Against.Recall, all.Against.F1 },
                rules = report.Rules.Select(r => new { r.Rule, r.Mode, r.Hits, r.Against.Precision, r.Against.Recall, r.Against.F1 }),
            },
            RuleSet.Json)!;
        if (report.Suggestion is { } suggestion) written["suggestion"] = SuggestionOf(suggestion);
        return written.ToJsonString(RuleSet.Json);
    }

    public static async Task TellAsync(TextWriter where, BackTestReport report)
    {
        var all = report.All;
        await where.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Orders:N0} orders, {report.Labelled:N0} labelled: {all.Approve:N0} approve, {all.Review:N0} review, {all.Reject:N0} reject; {all.Flagged:N0} flagged"));
        var table = new TextTable("rule", "mode", "hits", "precision", "recall", "F1") { NumbersFrom = 2 };
        foreach (var rule in report.Rules) table.Add([rule.Rule, rule.Mode.ToString(), rule.Hits.ToString("N0", CultureInfo.InvariantCulture), .. FieldsOf(rule.Against)]);
        table.Add(["all together", "", all.Flagged.ToString("N0", CultureInfo.InvariantCulture), .. FieldsOf(all.Against)]);
        await table.WriteAsync(where);
        if (report.Suggestion is { } suggestion) await TellAsync(where, suggestion);
    }

    private static JsonNode SuggestionOf(Suggestion suggestion)
    {
        var written = JsonSerializer.SerializeToNode(new { suggestion.Settings, suggestion.Train, suggestion.Test, ruleSet = suggestion.Rules }, RuleSet.Json)!;
        if (suggestion.Notes.Count > 0) written["note"] = string.Join(' ', suggestion.Notes.Select(WordsFor));
        return written;
    }

    private static async Task TellAsync(TextWriter where, Suggestion suggestion)
    {
        await where.WriteLineAsync();
        foreach (var note in suggestion.Notes) await where.WriteLineAsync(WordsFor(note));
        if (suggestion.Settings.Count > 0)
        {
            var changes = new TextTable("change", "setting", "from", "to");
            foreach (var s in suggestion.Settings)
                changes.Add(s.Tier is { } tier ? string.Create(CultureInfo.InvariantCulture, $"{s.Rule} ({tier})") : s.Rule, s.Setting, s.From.ToString(), s.To.ToString());
            await changes.WriteAsync(where);
        }

        var effect = new TextTable("on", "", "precision", "recall", "F1") { NumbersFrom = 2 };
        foreach (var (part, figures) in new[] { ("train", suggestion.Train), ("test (unseen)", suggestion.Test) })
        {
            effect.Add([part, "before", .. FieldsOf(figures.Before)]);
            effect.Add([part, "after", .. FieldsOf(figures.After)]);
        }

        await effect.WriteAsync(where);
    }

    private static string[] FieldsOf(Figures figures) => [Field(figures.Precision), Field(figures.Recall), Field(figures.F1)];

    private static string Field(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string WordsFor(SuggestionNote note) => note switch
    {
        SuggestionNote.TooFewLabels => "The labelled orders, or the frauds among them, are too few: nothing was searched.",
        SuggestionNote.Sampled => "There are more labelled orders than are searched: an even part of them was.",
        SuggestionNote.NothingBetter => "Nothing was found that is better than the settings as they are.",
        SuggestionNote.WorseUnseen => "What was better on the first 70 % was worse on the rest, so it is not suggested.",
        SuggestionNote.PrecisionOutOfReach => "No settings reach the precision that is wanted.",
    };
}
