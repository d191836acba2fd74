using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PagoConsole.Core.Foundation.Telemetry;

/// <summary>What we measure of ourselves, besides what the framework measures; docs/operations/telemetry.md says what each figure tells.</summary>
public static class Measuring
{
    /// <summary>The name under which it is published.</summary>
    public const string Name = "PagoConsole";

    // From a millisecond to five minutes: calls, transactions, jobs.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    };

    /// <summary>All of our instruments are of this one.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Counts what happens.</summary>
    public static Counter<long> Counter(string name, string what, string description) => Meter.CreateCounter<long>(name, $"{{{what}}}", description);

    /// <summary>Measures how long something takes, in seconds.</summary>
    public static Histogram<double> Duration(string name, string description) => Meter.CreateHistogram(name, "s", description, tags: null, Durations);

    /// <summary>Adds the time since an instant of the stopwatch.</summary>
    public static void Since(this Histogram<double> histogram, long began, params ReadOnlySpan<(string Name, string Value)> tags)
    {
        var list = default(TagList);
        foreach (var (name, value) in tags) list.Add(name, value);
        histogram.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, list);
    }

    /// <summary>Adds to a count.</summary>
    public static void Count(this Counter<long> counter, long by, params ReadOnlySpan<(string Name, string Value)> tags)
    {
        var list = default(TagList);
        foreach (var (name, value) in tags) list.Add(name, value);
        counter.Add(by, list);
    }
}
