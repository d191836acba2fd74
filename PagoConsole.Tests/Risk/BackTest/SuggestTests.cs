using System.Text;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Intake.Import;

namespace PagoConsole.Tests.Risk.BackTest;

/// <summary>Better thresholds on labelled history, from the file to the suggestion.</summary>
public sealed class SuggestTests() : ImportTest(StorageProvider.Sqlite)
{
    // The history begins at midnight UTC, which is the day before in Lima.
    private static readonly DateOnly From = new(2024, 12, 31);
    private static readonly DateOnly To = new(2026, 6, 30);

    [Fact]
    public async Task Suggested_thresholds_are_better_on_what_the_search_did_not_see()
    {
        await ImportAsync(new ShopHistory(8_000, seed: 11));

        var report = await RunAsync(new SearchGoal());

        var suggestion = report.Suggestion!;
        Assert.Equal(8_000, report.Labelled);
        Assert.Empty(suggestion.Notes);
        Assert.True(suggestion.Test.After.F1 > suggestion.Test.Before.F1 + 0.1, $"{suggestion.Test}");
        Assert.InRange(suggestion.Settings.Count, 1, 8);
        Assert.DoesNotContain(suggestion.Settings, s => s.Rule is "payment-limit" or "restricted-category" or "list-match" || s.Rule.StartsWith("aml", StringComparison.Ordinal));
        Assert.Empty(Get<RuleBook>().Faults(suggestion.Rules));

        // Taken over one by one, all of them make the suggested set.
        Assert.Equal(Spelt(suggestion.Rules), Spelt(SuggestedRules.Apply(RuleSet.Default, suggestion.Settings)));

        // The suggested set, replayed, is as good as was said.
        var replayed = await RunAsync(null, suggestion.Rules);
        Assert.True(replayed.All.Against.F1 > report.All.Against.F1 + 0.1, $"{report.All} {replayed.All}");
        var (train, test) = (suggestion.Train.After.F1!.Value, suggestion.Test.After.F1!.Value);
        Assert.InRange(replayed.All.Against.F1!.Value, Math.Min(train, test) - 0.01, Math.Max(train, test) + 0.01);
    }

    [Fact]
    public async Task With_a_precision_wanted_recall_is_sought_at_that_precision()
    {
        await ImportAsync(new ShopHistory(6_000, seed: 12));

        var suggestion = (await RunAsync(new SearchGoal(0.95))).Suggestion!;

        Assert.True(suggestion.Train.After.Precision >= 0.95, $"{suggestion.Train}");
        Assert.True(suggestion.Test.After.Precision >= 0.85, $"{suggestion.Test}");
        Assert.True(suggestion.Train.After.Recall >= suggestion.Train.Before.Recall, $"{suggestion.Train}");
    }

    [Fact]
    public async Task Too_few_labels_suggest_nothing_and_say_so()
    {
        await ImportAsync(new ShopHistory(150, seed: 13));

        var suggestion = (await RunAsync(new SearchGoal())).Suggestion!;

        Assert.Empty(suggestion.Settings);
        Assert.Equal([SuggestionNote.TooFewLabels], suggestion.Notes);
        Assert.Equal(suggestion.Train.Before, suggestion.Train.After);
        Assert.Equal(RuleSet.Default.Rules, suggestion.Rules.Rules);
    }

    /// <summary>With every setting written out.</summary>
    private string Spelt(RuleSet set) =>
        $"{set.ReviewThreshold} {string.Join('\n', set.Rules.Select(e => $"{e.Rule} {e.Mode} {e.Action} {e.Score} {Get<RuleBook>().Find(e.Rule)!.SettingsOf(e)}"))}";

    private async Task ImportAsync(ShopHistory shop) => await ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(shop.ToCsv())));

    private Task<BackTestReport> RunAsync(SearchGoal? goal, RuleSet? rules = null) =>
        Get<RunBackTest>().RunAsync(new BackTestQuery(From, To, rules ?? RuleSet.Default, goal), null, Ct);
}
