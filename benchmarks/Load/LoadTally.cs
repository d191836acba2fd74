namespace PagoConsole.Benchmarks.Load;

/// <summary>What the answers of one run came to.</summary>
/// <param name="Requests">Answered as hoped for, after the warm-up.</param>
/// <param name="PerSecond">Of them a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Slowest">Milliseconds.</param>
/// <param name="Others">Other answers by status.</param>
/// <param name="Seconds">Answers in each second.</param>
internal sealed record LoadFigures(long Requests, double PerSecond, double P50, double P99, double Slowest, Dictionary<int, long> Others, List<int> Seconds)
{
    /// <summary>The slowest five seconds on end against the mean: 1 is flat.</summary>
    public double Flatness => Seconds.Count < 10
        ? 1
        : Enumerable.Range(0, Seconds.Count - 4).Min(from => Seconds.Skip(from).Take(5).Average()) / Seconds.Average();
}

/// <summary>Gathers what one connection sees; only that connection writes.</summary>
internal sealed class LoadTally(int seconds)
{
    private readonly List<int> microseconds = new(1 << 16);
    private readonly int[] bySecond = new int[seconds];
    private readonly Dictionary<int, long> others = [];

    public void Add(int status, bool hopedFor, TimeSpan took, TimeSpan since)
    {
        if (!hopedFor)
        {
            others[status] = others.GetValueOrDefault(status) + 1;
            return;
        }

        microseconds.Add((int)Math.Min(int.MaxValue, took.TotalMicroseconds));
        if ((int)since.TotalSeconds is var second && second < bySecond.Length) bySecond[second]++;
    }

    public static LoadFigures Sum(IReadOnlyCollection<LoadTally> all, double seconds)
    {
        int[] sorted = [.. all.SelectMany(tally => tally.microseconds).Order()];
        double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] / 1000.0;
        var others = all.SelectMany(tally => tally.others).GroupBy(other => other.Key).ToDictionary(g => g.Key, g => g.Sum(other => other.Value));
        var bySecond = Enumerable.Range(0, (int)seconds).Select(second => all.Sum(tally => tally.bySecond[second])).ToList();
        return new LoadFigures(sorted.Length, sorted.Length / seconds, At(0.5), At(0.99), At(1), others, bySecond);
    }
}
