using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>The part of a setting's range that a slider covers, in steps that a hand can hit; the field beside it takes the rest.</summary>
/// <param name="Min">Its left end.</param>
/// <param name="Max">Its right end.</param>
/// <param name="Step">One step.</param>
public readonly record struct SliderScale(decimal Min, decimal Max, decimal Step)
{
    private const int Steps = 50;

    /// <summary>Makes one around a value.</summary>
    /// <param name="bounds">The whole range.</param>
    /// <param name="around">The value that was there first.</param>
    /// <param name="tries">Values that a search tries; they lie where it matters.</param>
    public static SliderScale Of(SettingBounds bounds, decimal around, IEnumerable<double> tries)
    {
        var (min, max) = ((decimal)bounds.Min, (decimal)bounds.Max);
        var wanted = Math.Max(around * 3, Math.Min((decimal)tries.DefaultIfEmpty().Max(), around * 8));
        var fine = bounds.Fractions && max - min <= 1000;
        var least = fine ? min : min + 10;
        var step = StepOf((Math.Min(max, Math.Max(wanted, least)) - min) / Steps, fine ? 0.01m : 1);
        var round = Math.Ceiling(min / step) * step; // so that the stops are round numbers; the few below are the field's
        var start = round <= around ? round : min;
        var end = Math.Min(max, start + (Math.Ceiling((Math.Max(wanted, least) - start) / step) * step));
        return new(start, end, step);
    }

    /// <summary>The stop that shows a value.</summary>
    public decimal At(decimal value) => Math.Clamp(value, Min, Max);

    private static decimal StepOf(decimal atLeast, decimal smallest)
    {
        for (var step = smallest; ; step *= 10)
            foreach (var round in new[] { 1, 2, 5 })
                if (step * round >= atLeast) return step * round;
    }
}
