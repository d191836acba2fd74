namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>
/// Looks for a better setup one change at a time, always the one that gains most, from the setup as it stands and from one in which nothing
/// is enforced; then takes back what does not matter. Every change has a price, and must rest on several orders, so that it does not learn
/// the past by heart.
/// </summary>
internal sealed class ThresholdSearch(FlagBoard board, IReadOnlyList<Tier> tiers, int threshold, SearchGoal goal)
{
    /// <summary>What a changed setting must gain, in F1 or recall.</summary>
    private const double Price = 0.001;

    /// <summary>The orders that a change must set right.</summary>
    private const int Handful = 5;

    private const int MostSteps = 60;

    private static readonly int[] Thresholds = [20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 150];

    /// <summary>The best setup that was found; the one that stands where none is better.</summary>
    public Setup Best()
    {
        var standing = Setup.Of(tiers, threshold);
        var nothing = standing with { Choices = [.. standing.Choices.Select(choice => choice with { On = false })] };
        Setup[] found = [standing, Improve(standing), Improve(nothing)];
        return found.MaxBy(Worth)!;
    }

    /// <summary>Whether a setup reaches the precision that is wanted.</summary>
    public bool Reaches(Confusion counts) => goal.AtLeastPrecision is not { } wanted || counts.Precision >= wanted;

    private Setup Improve(Setup from)
    {
        var setup = from;
        for (var step = 0; step < MostSteps; step++)
        {
            if (BestChange(setup, simpler: false) is not { } better) break;
            setup = better;
        }

        for (var step = 0; step < MostSteps; step++)
        {
            if (BestChange(setup, simpler: true) is not { } simpler) break;
            setup = simpler;
        }

        return setup;
    }

    private double Worth(Setup setup) => Worth(board.Train(board.Flags(setup)), setup.ChangesTo(tiers, threshold));

    private double Worth(Confusion counts, int changes)
    {
        var value = goal.AtLeastPrecision is null ? counts.F1 ?? 0 : Reaches(counts) ? 1 + (counts.Recall ?? 0) : counts.Precision ?? 0;
        return value - (Price * changes);
    }

    /// <summary>The one change that makes a setup better by most; with fewer changed settings than before if it is to be simpler.</summary>
    private Setup? BestChange(Setup setup, bool simpler)
    {
        var now = board.Flags(setup);
        var changes = setup.ChangesTo(tiers, threshold);
        var (best, found) = (Worth(board.Train(now), changes) + (simpler ? -1e-9 : 1e-6), (Setup?)null);
        for (var tier = 0; tier < tiers.Count; tier++)
        {
            var others = changes - Setup.ChangesIn(tiers[tier], setup.Choices[tier]);
            foreach (var (choice, flags) in Choices(setup, tier))
                Try(others + Setup.ChangesIn(tiers[tier], choice), flags, () => setup.With(tier, choice));
        }

        var (certain, points) = board.Without(setup, except: -1);
        foreach (var other in Thresholds.Append(threshold).Where(t => t != setup.Threshold))
        {
            var flags = board.Reaching(points, other);
            FlagBoard.Merge(flags, certain);
            var others = changes - (setup.Threshold == threshold ? 0 : 1);
            Try(others + (other == threshold ? 0 : 1), flags, () => setup with { Threshold = other });
        }

        return found;

        void Try(int cost, ulong[] flags, Func<Setup> make)
        {
            if (simpler && cost >= changes) return;
            var worth = Worth(board.Train(flags), cost);
            if (worth <= best || (!simpler && board.NewlyRight(now, flags) < Handful)) return;
            (best, found) = (worth, make());
        }
    }

    /// <summary>All that can be chosen for a tier, with what is flagged then. The flags are good until the next one is asked for.</summary>
    private IEnumerable<(Choice Choice, ulong[] Flags)> Choices(Setup setup, int tier)
    {
        var (certain, points) = board.Without(setup, tier);
        FlagBoard.Merge(certain, board.Reaching(points, setup.Threshold));
        yield return (new(setup.Choices[tier].Variant, setup.Choices[tier].Score, On: false), certain);
        var flags = new ulong[certain.Length];
        foreach (var score in tiers[tier].Scored)
        {
            var reach = tiers[tier].Scores ? board.Reaching(points, setup.Threshold - score) : null;
            for (var variant = 0; variant < tiers[tier].Variants.Count; variant++)
            {
                Fill(flags, certain, board.Hits(tier, variant), reach);
                yield return (new(variant, score, On: true), flags);
            }
        }
    }

    private static void Fill(ulong[] flags, ulong[] certain, ReadOnlySpan<ulong> hits, ulong[]? reach)
    {
        for (var i = 0; i < flags.Length; i++) flags[i] = certain[i] | (hits[i] & (reach is null ? ulong.MaxValue : reach[i]));
    }
}
