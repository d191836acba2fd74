using System.Text.Json;

namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>Makes a suggestion of what a search finds, and keeps back what does not hold on the time that the search did not see.</summary>
internal sealed class MakeSuggestion(RuleSet set, LabelledSample sample, SearchGoal goal)
{
    private const int FewestLabelled = 200, FewestTrainFraud = 20, FewestTestFraud = 10;

    /// <summary>A fall of F1 on the unseen part that is not passed over.</summary>
    private const double Fall = 0.02;

    public Suggestion Run()
    {
        var board = new FlagBoard(sample);
        var standing = Setup.Of(sample.Tiers, set.ReviewThreshold);
        var notes = new List<SuggestionNote>();
        if (sample.IsPart) notes.Add(SuggestionNote.Sampled);
        var chosen = Choose(board, standing, notes);
        var (before, after) = (board.Flags(standing), board.Flags(chosen));
        return new(
            [.. Changes(chosen)],
            new(board.Train(before).ToFigures(), board.Train(after).ToFigures()),
            new(board.Test(before).ToFigures(), board.Test(after).ToFigures()),
            Apply(chosen),
            notes);
    }

    private Setup Choose(FlagBoard board, Setup standing, List<SuggestionNote> notes)
    {
        if (sample.Count < FewestLabelled || board.TrainFraud < FewestTrainFraud || board.TestFraud < FewestTestFraud)
        {
            notes.Add(SuggestionNote.TooFewLabels);
            return standing;
        }

        var search = new ThresholdSearch(board, sample.Tiers, set.ReviewThreshold, goal);
        var best = search.Best();
        SuggestionNote? against =
            !search.Reaches(board.Train(board.Flags(best))) ? SuggestionNote.PrecisionOutOfReach
            : best.ChangesTo(sample.Tiers, set.ReviewThreshold) == 0 ? SuggestionNote.NothingBetter
            : IsWorseUnseen(board, standing, best) ? SuggestionNote.WorseUnseen
            : null;
        if (against is not { } reason) return best;
        notes.Add(reason);
        return standing;
    }

    // A fall that chance explains (where fraud on the unseen part is of a kind that no rule sees, F1 is all chance) keeps nothing back.
    private bool IsWorseUnseen(FlagBoard board, Setup standing, Setup chosen)
    {
        if (goal.AtLeastPrecision is not null) return false;
        var (before, after) = (board.Flags(standing), board.Flags(chosen));
        var (right, wrong) = (board.NewlyRightUnseen(before, after), board.NewlyRightUnseen(after, before));
        return (board.Test(before).F1 ?? 0) - (board.Test(after).F1 ?? 0) > Fall && wrong - right > 2 * Math.Sqrt(wrong + right);
    }

    private IEnumerable<SuggestedSetting> Changes(Setup chosen)
    {
        for (var i = 0; i < sample.Tiers.Count; i++)
        {
            var (tier, choice) = (sample.Tiers[i], chosen.Choices[i]);
            var number = NumberOf(tier);
            if (!choice.On)
            {
                yield return new(tier.Entry.Rule, number, "mode", Json(tier.Entry.Mode), Json(RuleMode.Shadow));
                continue;
            }

            var variant = tier.Variants[choice.Variant];
            foreach (var setting in variant.Changed) yield return new(tier.Entry.Rule, number, setting.Name, Json(setting.From), Json(setting.To));
            if (choice.Score != tier.Entry.Score) yield return new(tier.Entry.Rule, number, "score", Json(tier.Entry.Score), Json(choice.Score));
        }

        if (chosen.Threshold != set.ReviewThreshold) yield return new("*", null, "reviewThreshold", Json(set.ReviewThreshold), Json(chosen.Threshold));
    }

    private RuleSet Apply(Setup chosen)
    {
        var entries = set.Rules.ToArray();
        for (var i = 0; i < sample.Tiers.Count; i++)
        {
            var (tier, choice) = (sample.Tiers[i], chosen.Choices[i]);
            entries[tier.Place] = !choice.On
                ? WithMode(tier.Entry, RuleMode.Shadow)
                : WithScore(tier.Variants[choice.Variant].Entry, choice.Score);
        }

        return set with { ReviewThreshold = chosen.Threshold, Rules = entries };
    }

    private int? NumberOf(Tier tier)
    {
        var places = set.Rules.Select((entry, place) => (entry, place)).Where(e => e.entry.Rule == tier.Entry.Rule).Select(e => e.place).ToList();
        return places.Count == 1 ? null : places.IndexOf(tier.Place) + 1;
    }

    private static RuleEntry WithMode(RuleEntry e, RuleMode mode) => new(e.Rule, mode, e.Action, e.Score, e.VoucherMinutes, e.Settings);

    private static RuleEntry WithScore(RuleEntry e, int score) => new(e.Rule, e.Mode, e.Action, score, e.VoucherMinutes, e.Settings);

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, RuleSet.Json);
}
