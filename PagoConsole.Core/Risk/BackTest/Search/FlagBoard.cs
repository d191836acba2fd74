using System.Numerics;

namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>Says which orders of a sample a setup flags, and how well: the first 70 % are for learning, the rest for testing.</summary>
internal sealed class FlagBoard
{
    private const double ForTraining = 0.7;

    private readonly LabelledSample sample;
    private readonly int words;
    private readonly ulong[] trainFraud, trainGood, testFraud, testGood;

    public FlagBoard(LabelledSample sample)
    {
        this.sample = sample;
        words = (sample.Count + 63) / 64;
        var cut = (int)(sample.Count * ForTraining);
        (trainFraud, trainGood) = (Where(i => i < cut && sample.Fraud[i]), Where(i => i < cut && !sample.Fraud[i]));
        (testFraud, testGood) = (Where(i => i >= cut && sample.Fraud[i]), Where(i => i >= cut && !sample.Fraud[i]));
        (TrainFraud, TestFraud) = (Bits.CountBoth(trainFraud, trainFraud), Bits.CountBoth(testFraud, testFraud));
    }

    /// <summary>Frauds in either part.</summary>
    public int TrainFraud { get; }

    /// <inheritdoc cref="TrainFraud"/>
    public int TestFraud { get; }

    public Confusion Train(ReadOnlySpan<ulong> flags) => new(Bits.CountBoth(flags, trainFraud), Bits.CountBoth(flags, trainGood), TrainFraud);

    public Confusion Test(ReadOnlySpan<ulong> flags) => new(Bits.CountBoth(flags, testFraud), Bits.CountBoth(flags, testGood), TestFraud);

    /// <summary>How many orders of the first part one setup flags rightly and another does not.</summary>
    public int NewlyRight(ReadOnlySpan<ulong> before, ReadOnlySpan<ulong> after) => NewlyRight(before, after, trainFraud, trainGood);

    /// <summary>The same of the second part.</summary>
    public int NewlyRightUnseen(ReadOnlySpan<ulong> before, ReadOnlySpan<ulong> after) => NewlyRight(before, after, testFraud, testGood);

    /// <summary>What a setup flags without one of its tiers: by rules that flag at once, and the points of the others.</summary>
    public (ulong[] Flags, int[] Points) Without(Setup setup, int except)
    {
        var flags = sample.Flagged.Words[..words].ToArray();
        var points = sample.CertainPoints.ToArray();
        for (var tier = 0; tier < sample.Tiers.Count; tier++)
        {
            var choice = setup.Choices[tier];
            if (tier == except || !choice.On) continue;
            var hits = sample.Hits(tier, choice.Variant).Words[..words];
            if (sample.Tiers[tier].Scores) AddPoints(points, hits, choice.Score);
            else Merge(flags, hits);
        }

        return (flags, points);
    }

    public ulong[] Flags(Setup setup)
    {
        var (flags, points) = Without(setup, except: -1);
        Merge(flags, Reaching(points, setup.Threshold));
        return flags;
    }

    /// <summary>Which orders have at least so many points.</summary>
    public ulong[] Reaching(int[] points, int atLeast) => Where(i => points[i] >= atLeast);

    public ReadOnlySpan<ulong> Hits(int tier, int variant) => sample.Hits(tier, variant).Words[..words];

    public static void Merge(ulong[] into, ReadOnlySpan<ulong> bits)
    {
        for (var i = 0; i < into.Length; i++) into[i] |= bits[i];
    }

    private ulong[] Where(Func<int, bool> test)
    {
        var bits = new ulong[words];
        for (var i = 0; i < sample.Count; i++)
            if (test(i)) bits[i >> 6] |= 1UL << (i & 63);
        return bits;
    }

    private static void AddPoints(int[] points, ReadOnlySpan<ulong> hits, int score)
    {
        for (var i = 0; i < hits.Length; i++)
            for (var word = hits[i]; word != 0; word &= word - 1)
                points[(i << 6) + BitOperations.TrailingZeroCount(word)] += score;
    }

    private static int NewlyRight(ReadOnlySpan<ulong> before, ReadOnlySpan<ulong> after, ulong[] fraud, ulong[] good)
    {
        var count = 0;
        for (var i = 0; i < before.Length; i++)
            count += BitOperations.PopCount(after[i] & ~before[i] & fraud[i]) + BitOperations.PopCount(before[i] & ~after[i] & good[i]);
        return count;
    }
}
