using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview;

namespace PagoConsole.Tests.Overview;

/// <summary>What is usual until this time of the day.</summary>
public sealed class UsualTests
{
    private static readonly DateOnly Sunday = new(2026, 11, 22);

    [Fact]
    public void A_day_until_noon_is_its_first_twelve_hours() => Assert.Equal(12, Flat(1).Until(TimeSpan.FromHours(12)));

    [Fact]
    public void Of_the_running_hour_counts_what_has_passed_of_it() => Assert.Equal(10 * 14.25, Flat(10).Until(new TimeSpan(14, 15, 0)));

    [Fact]
    public void Midnight_is_nothing_and_the_end_is_all() => Assert.Equal((0, 24 * 7), (Flat(7).Until(TimeSpan.Zero), Flat(7).Until(TimeSpan.FromHours(24))));

    [Fact]
    public void An_hour_belongs_to_the_day_of_Lima()
    {
        var counts = new Dictionary<DateTimeOffset, long>
        {
            [new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero)] = 100, // 23:00 of the 21st in Lima
            [new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero)] = 1,
            [new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero)] = 2,
            [new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero)] = 100,
        };

        var day = DayCurve.Of(Sunday, counts);

        Assert.Equal((24, 1, 2, 3), (day.Hours.Count, day.Hours[0], day.Hours[23], day.Total));
        Assert.Equal(100, DayCurve.Of(Sunday.AddDays(-1), counts).Hours[23]);
    }

    [Theory]
    [InlineData(new double[] { }, null)]
    [InlineData(new double[] { 5 }, null)]
    [InlineData(new double[] { 4, 8 }, 6.0)]
    [InlineData(new double[] { 9, 1, 4 }, 4.0)]
    [InlineData(new double[] { 10, 2, 6, 4 }, 5.0)]
    public void The_usual_is_the_middle_and_one_day_is_too_few(double[] values, double? median) => Assert.Equal(median, Usual.Of(values)?.Median);

    [Fact]
    public void It_knows_the_least_and_the_most() => Assert.Equal(new Usual(3, 4, 1, 9), Usual.Of([9, 1, 4]));

    [Fact]
    public void It_looks_at_the_same_weekday_of_four_weeks()
    {
        var days = Usual.DaysBefore(Sunday);

        Assert.Equal(4, days.Count);
        Assert.All(days, day => Assert.Equal(Sunday.DayOfWeek, day.DayOfWeek));
        Assert.Equal(new DateOnly(2026, 10, 25), days[^1]);
    }

    [Fact]
    public void A_day_on_which_the_counting_began_is_no_history()
    {
        var began = Lima.StartOf(Sunday.AddDays(-14)).AddHours(1);

        Assert.Equal([Sunday.AddDays(-7)], Usual.Whole(Usual.DaysBefore(Sunday), began));
        Assert.Equal(2, Usual.Whole(Usual.DaysBefore(Sunday), began.AddHours(-1)).Count);
        Assert.Empty(Usual.Whole(Usual.DaysBefore(Sunday), null));
    }

    [Fact]
    public void Today_is_compared_with_what_was_by_now_and_not_with_whole_days()
    {
        var figure = TodayFigure.Of(Flat(3), [Flat(1), Flat(2)], TimeSpan.FromHours(10));

        Assert.Equal((10.0, 15.0, 20.0), (figure.Usual!.Least, figure.Usual.Median, figure.Usual.Most));
        Assert.True(figure.IsUnusual);
        Assert.Equal(24, figure.UsualHours.Count);
        Assert.False(TodayFigure.Of(Flat(0), [], TimeSpan.FromHours(10)).IsUnusual);
    }

    private static DayCurve Flat(long perHour) => new(Sunday, [.. Enumerable.Repeat(perHour, 24)]);
}
