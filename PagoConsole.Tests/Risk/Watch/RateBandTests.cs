using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Tests.Risk.Watch;

public sealed class RateBandTests
{
    private static readonly Portion[] Calm = [.. Enumerable.Repeat(new Portion(100, 10), 14)];

    [Theory]
    [InlineData(0.1, 100, 1.96, 0.0552, 0.1744)]
    [InlineData(0, 10, 1.96, 0, 0.2775)]
    [InlineData(1, 10, 1.96, 0.7225, 1)]
    public void Wilsons_interval_is_the_published_one(double rate, double of, double deviations, double low, double high)
    {
        var band = RateBand.Wilson(rate, of, deviations);

        Assert.Equal((low, high), (Math.Round(band.Low, 4), Math.Round(band.High, 4)));
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void Of_few_orders_since_nothing_is_said(long after, bool says) => Assert.Equal(says, RateBand.Of(Calm, after) is not null);

    [Fact]
    public void Of_few_orders_or_days_before_nothing_is_said()
    {
        Assert.Null(RateBand.Of([new(99, 9), new(50, 5), new(50, 5)], 1000));
        Assert.Null(RateBand.Of([new(500, 9), new(500, 5), new(0, 0)], 1000));
        Assert.NotNull(RateBand.Of([new(100, 9), new(50, 5), new(50, 5)], 1000));
    }

    [Fact]
    public void Days_that_are_alike_give_the_band_of_chance_alone()
    {
        var band = RateBand.Of(Calm, 1400)!;

        Assert.Equal((0.1, 1), (band.Before, band.Spread));
        var (low, high) = RateBand.Wilson(0.1, 700, 3); // 1400 beside 1400
        Assert.Equal((low, high), (band.Low, band.High));
    }

    [Fact]
    public void Days_that_differ_more_than_chance_widen_the_band()
    {
        Portion[] restless = [.. Calm.Select((day, i) => day with { Count = i % 2 == 0 ? 2 : 18 })];

        var (calm, wide) = (RateBand.Of(Calm, 500)!, RateBand.Of(restless, 500)!);

        Assert.Equal(0.1, wide.Before, 10);
        Assert.Equal(14 * 64 / 9d / 13, wide.Spread, 10); // (8² / (100 · 0.1 · 0.9)) a day, over 13 degrees of freedom
        Assert.True(wide.High - wide.Low > 2 * (calm.High - calm.Low));
    }

    [Fact]
    public void A_rate_that_never_was_still_has_room()
    {
        var band = RateBand.Of([.. Calm.Select(day => day with { Count = 0 })], 100)!;

        Assert.Equal(0, band.Low);
        Assert.InRange(band.High, 0.05, 0.12);
        Assert.True(band.Holds(0.02));
        Assert.False(band.Holds(0.2));
    }
}
