using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class EnteredAmountTests
{
    [Theory]
    [InlineData("1299.90", 129_990)]
    [InlineData("1,234.50", 123_450)]
    [InlineData("7,000.00", 700_000)]
    [InlineData("1,234", 123_400)]
    [InlineData("1,234,567.8", 123_456_780)]
    [InlineData("1.234,50", 123_450)]
    [InlineData("1234,5", 123_450)]
    [InlineData("S/ 1,234.50", 123_450)]
    [InlineData("S/1.234,50", 123_450)]
    [InlineData("S/ -7.00", -700)]
    [InlineData("-7.00", -700)]
    [InlineData("−7,00", -700)]
    [InlineData(" 5 ", 500)]
    public void What_can_be_read_in_one_way_is_taken(string text, long minor)
    {
        Assert.True(EnteredAmount.TryParse(text, Currency.Pen, out var money));
        Assert.Equal(new Money(minor, Currency.Pen), money);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("1.234.567")]
    [InlineData("12,34.50")]
    [InlineData("1,2345")]
    [InlineData("1,23,456")]
    [InlineData("1 234")]
    [InlineData("US$ 5.00")]
    [InlineData("--5")]
    [InlineData("1e3")]
    [InlineData("abc")]
    [InlineData("S/")]
    [InlineData("")]
    public void What_could_be_read_in_two_or_in_none_is_not(string text) => Assert.False(EnteredAmount.TryParse(text, Currency.Pen, out _));

    [Fact]
    public void A_currency_has_its_own_sign()
    {
        Assert.True(EnteredAmount.TryParse("US$ 1,000.00", Currency.Usd, out var money));
        Assert.Equal(new Money(100_000, Currency.Usd), money);
    }
}
