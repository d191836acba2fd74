using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class FeeScheduleTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory]
    [InlineData("100.00", "3.00", "0.54")]
    [InlineData("100.01", "3.50", "0.63")]
    [InlineData("0.50", "0.02", "0.00")]
    [InlineData("1299.90", "33.50", "6.03")]
    public void Of_AmountInABand_TakesItsPercentAndFixedPart(string amount, string fee, string tax)
    {
        var schedule = new FeeSchedule([Terms(new DateOnly(2026, 1, 1), (100m, 3m, 0m), (null, 2.5m, 1m))]);

        Assert.Equal(new ExpectedFee(Minor(fee), Minor(tax)), schedule.Of(Sum(amount), Day));
    }

    [Fact]
    public void Of_HalfACentimo_RoundsAwayFromZero()
    {
        var schedule = new FeeSchedule([Terms(new DateOnly(2026, 1, 1), (null, 5m, 0m))]);

        Assert.Equal(51, schedule.Of(Sum("10.10"), Day)!.Value.FeeMinor); // 0.505
        Assert.Equal(9, schedule.Of(Sum("10.10"), Day)!.Value.TaxMinor); // 18 % of 0.51 is 0.0918
    }

    [Fact]
    public void Of_NothingConfiguredForCurrencyOrDay_IsNull()
    {
        Assert.Null(new FeeSchedule([]).Of(Sum("10.00"), Day));
        Assert.Null(new FeeSchedule([Terms(Day, (null, 3m, 0m))]).Of(new Money(1000, Currency.Usd), Day));
        Assert.Null(new FeeSchedule([Terms(Day, (null, 3m, 0m))]).Of(Sum("10.00"), Day.AddDays(-1)));
    }

    [Fact]
    public void Of_SeveralDates_TakesTheLatestThatHasBegun()
    {
        var schedule = new FeeSchedule([Terms(Day, (null, 4m, 0m)), Terms(Day.AddDays(-30), (null, 3m, 0m)), Terms(Day.AddDays(1), (null, 9m, 0m))]);

        Assert.Equal(300, schedule.Of(Sum("100.00"), Day.AddDays(-1))!.Value.FeeMinor);
        Assert.Equal(400, schedule.Of(Sum("100.00"), Day)!.Value.FeeMinor);
    }

    [Fact]
    public void Of_AnotherTaxRateFromADay_IsAnEntryOfItsOwn()
    {
        var later = Terms(Day, (null, 10m, 0m));
        later.IgvPercent = 19m;
        var schedule = new FeeSchedule([Terms(Day.AddDays(-9), (null, 10m, 0m)), later]);

        Assert.Equal((180L, 190L), (schedule.Of(Sum("100.00"), Day.AddDays(-1))!.Value.TaxMinor, schedule.Of(Sum("100.00"), Day)!.Value.TaxMinor));
    }

    [Property(Replay = "(20261123,7)", MaxTest = 500)]
    public Property Fee_and_tax_lie_within_half_a_centimo_of_what_the_terms_say(PositiveInt minor, byte percent, byte fixedPart, byte igv)
    {
        var terms = Terms(Day, (null, percent % 101 / 7m, fixedPart / 100m));
        terms.IgvPercent = igv % 101 / 3m;
        var fee = new FeeSchedule([terms]).Of(new Money(minor.Get, Currency.Pen), Day)!.Value;
        var exact = (minor.Get * terms.Bands[0].Percent / 100m) + (terms.Bands[0].Fixed * 100m);
        return (Math.Abs(fee.FeeMinor - exact) <= 0.5m && Math.Abs(fee.TaxMinor - (fee.FeeMinor * terms.IgvPercent / 100m)) <= 0.5m).ToProperty();
    }

    [Property(Replay = "(20261123,7)", MaxTest = 500)]
    public Property Within_a_band_more_money_never_costs_less(PositiveInt one, PositiveInt other, byte percent, byte fixedPart)
    {
        var schedule = new FeeSchedule([Terms(Day, (null, percent % 101, fixedPart / 100m))]);
        var (small, large) = (Math.Min(one.Get, other.Get), Math.Max(one.Get, other.Get));
        var (less, more) = (schedule.Of(new Money(small, Currency.Pen), Day)!.Value, schedule.Of(new Money(large, Currency.Pen), Day)!.Value);
        return (less.FeeMinor <= more.FeeMinor && less.TaxMinor <= more.TaxMinor).ToProperty();
    }

    [Property(Replay = "(20261123,7)", MaxTest = 300)]
    public Property Money_that_goes_back_has_the_same_fee_with_the_sign_turned(PositiveInt minor, byte percent)
    {
        var schedule = new FeeSchedule([Terms(Day, (50m, percent % 101, 0.3m), (null, percent % 51, 1m))]);
        var (forth, back) = (schedule.Of(new Money(minor.Get, Currency.Pen), Day)!.Value, schedule.Of(new Money(-minor.Get, Currency.Pen), Day)!.Value);
        return (forth == new ExpectedFee(-back.FeeMinor, -back.TaxMinor)).ToProperty();
    }

    [Property(Replay = "(20261123,7)", MaxTest = 300)]
    public Property The_largest_amount_of_a_band_belongs_to_it_and_the_next_centimo_to_the_next(PositiveInt upTo)
    {
        var schedule = new FeeSchedule([Terms(Day, (upTo.Get / 100m, 0m, 1m), (null, 0m, 2m))]);
        return (schedule.Of(new Money(upTo.Get, Currency.Pen), Day)!.Value.FeeMinor == 100
            && schedule.Of(new Money(upTo.Get + 1L, Currency.Pen), Day)!.Value.FeeMinor == 200).ToProperty();
    }

    internal static FeeTerms Terms(DateOnly from, params (decimal? UpTo, decimal Percent, decimal Fixed)[] bands)
    {
        var terms = new FeeTerms { From = from };
        foreach (var band in bands) terms.Bands.Add(new FeeBand { UpTo = band.UpTo, Percent = band.Percent, Fixed = band.Fixed });
        return terms;
    }

    private static Money Sum(string amount) => new(Minor(amount), Currency.Pen);

    private static long Minor(string amount) => (long)(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) * 100m);
}
