namespace PagoConsole.Core.Risk.Preview;

/// <summary>A figure with the bounds between which it lies nineteen times of twenty; both are the figure itself where all orders were judged.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>How many standard errors hold nineteen of twenty.</summary>
    internal const double Z = 1.959964;

    /// <summary>Whether it is no estimate at all.</summary>
    public bool IsExact => Low.Equals(High);

    /// <summary>A figure that is known.</summary>
    public static Estimate Exactly(double value) => new(value, value, value);

    /// <summary>The same for a part, such as a day.</summary>
    public Estimate Over(double parts) => new(Value / parts, Low / parts, High / parts);

    /// <summary>What is left of it without another one; the bounds of both add up.</summary>
    public Estimate Less(Estimate other) => new(Value - other.Value, Low - other.High, High - other.Low);

    /// <summary>How many of all there are, judged by how many of a random sample: Wilson's interval, which is honest for few and for none.</summary>
    /// <param name="found">How many of the sample.</param>
    /// <param name="sample">The sample's size.</param>
    /// <param name="all">How many there are in all.</param>
    public static Estimate OfCount(long found, long sample, long all)
    {
        if (sample >= all) return Exactly(found);
        if (sample == 0) return new(0, 0, all);

        // Of a large part of all, what is left uncertain is only the rest.
        var n = sample / (1 - ((double)sample / all));
        var share = (double)found / sample;
        var middle = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return new(share * all, Math.Max(found, (middle - half) * all), Math.Min(all - sample + found, (middle + half) * all));
    }

    /// <summary>What all sum up to, judged by the sum and the sum of squares of a random sample.</summary>
    public static Estimate OfSum(double sum, double squares, long sample, long all)
    {
        if (sample >= all) return Exactly(sum);
        if (sample == 0) return default;
        var mean = sum / sample;
        var variance = sample < 2 ? mean * mean : Math.Max(0, (squares - (sum * mean)) / (sample - 1));
        var half = Z * all * Math.Sqrt(variance / sample * (1 - ((double)sample / all)));
        return new(mean * all, Math.Max(sum, (mean * all) - half), (mean * all) + half);
    }
}
