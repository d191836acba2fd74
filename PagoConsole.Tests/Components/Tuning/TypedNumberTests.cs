using System.Globalization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Rules.Tuning;

namespace PagoConsole.Tests.Components.Tuning;

/// <summary>What people type into the fields of a rule.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("600", "600")]
    [InlineData(" 600.50 ", "600.50")]
    [InlineData("1,200", "1200")]
    [InlineData("1,234,567.5", "1234567.5")]
    [InlineData("3,75", "3.75")]
    [InlineData("600,5", "600.5")]
    [InlineData("-5", "-5")]
    [InlineData("1e3", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("12,34,5", null)]
    [InlineData("3,7512", null)]
    [InlineData("six", null)]
    public void Is_read_as_it_is_meant_or_not_at_all(string typed, string? number) =>
        Assert.Equal(number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture), TypedNumber.Of(typed));

    [Theory]
    [InlineData(600.55, true)]
    [InlineData(600.555, false)]
    [InlineData(-1, false)]
    public void Money_has_two_decimals(double number, bool holds) =>
        Assert.Equal(holds, new SettingBounds(SettingUnit.Pen, 0, 10_000, Fractions: true).Holds((decimal)number));

    [Fact]
    public void A_slider_stops_at_round_numbers()
    {
        var scale = SliderScale.Of(SettingBounds.Threshold, 50, []);

        Assert.Equal(0, scale.Min % scale.Step);
        Assert.Equal(0, 50 % scale.Step);
    }
}
