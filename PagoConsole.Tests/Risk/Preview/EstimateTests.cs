using FsCheck.Xunit;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Tests.Risk.Preview;

/// <summary>How sure a sample is of what it says.</summary>
public sealed class EstimateTests
{
    [Property(MaxTest = 500)]
    public void Bounds_hold_the_figure_and_what_the_sample_rules_out(ushort found, ushort rest, ushort unseen)
    {
        var (sample, all) = (found + rest, found + rest + unseen);

        var estimate = Estimate.OfCount(found, sample, all);

        Assert.InRange(estimate.Value, estimate.Low - 1e-6, estimate.High + 1e-6);
        Assert.True(estimate.Low >= found - 1e-6, "What was seen is there.");
        Assert.True(estimate.High <= all - rest + 1e-6, "What was seen not to be is not there.");
        Assert.Equal(unseen == 0, estimate.IsExact);
    }

    [Fact]
    public void Bounds_hold_the_truth_nineteen_times_of_twenty()
    {
        var (random, right) = (new Random(7), 0);
        for (var run = 0; run < 1000; run++)
        {
            var orders = Enumerable.Range(0, 5000).Select(i => i < 150).ToArray();
            random.Shuffle(orders);
            var estimate = Estimate.OfCount(orders.Take(300).Count(o => o), 300, 5000);
            if (estimate.Low <= 150 && estimate.High >= 150) right++;
        }

        Assert.InRange(right, 920, 990);
    }

    [Fact]
    public void A_sum_is_scaled_up_and_its_bounds_hold_the_truth()
    {
        var (random, right) = (new Random(9), 0);
        for (var run = 0; run < 500; run++)
        {
            var amounts = Enumerable.Range(0, 2000).Select(_ => random.NextDouble() < 0.3 ? random.NextDouble() * 1000 : 0).ToArray();
            var drawn = amounts.Take(400).ToArray();
            var estimate = Estimate.OfSum(drawn.Sum(), drawn.Sum(a => a * a), 400, 2000);
            if (estimate.Low <= amounts.Sum() && estimate.High >= amounts.Sum()) right++;
        }

        Assert.InRange(right, 455, 495);
    }

    [Fact]
    public void Nothing_seen_is_not_nothing_there()
    {
        var estimate = Estimate.OfCount(0, 100, 10_000);

        Assert.Equal(0, estimate.Value);
        Assert.InRange(estimate.High, 300, 400);
        Assert.Equal(new Estimate(0, 0, 10), Estimate.OfCount(0, 0, 10));
    }
}
