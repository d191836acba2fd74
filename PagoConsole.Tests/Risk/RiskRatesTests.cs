using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;

namespace PagoConsole.Tests.Risk;

/// <summary>Amounts of several currencies in soles.</summary>
public sealed class RiskRatesTests
{
    private readonly RiskRates rates = new(3.75m, new DateOnly(2026, 11, 1));

    [Theory]
    [InlineData("PEN", 999.99, false)]
    [InlineData("PEN", 1000, true)]
    [InlineData("USD", 266.66, false)]
    [InlineData("USD", 266.67, true)]
    [InlineData("EUR", 0.01, true)]
    public void Amount_without_a_rate_always_reaches_the_limit(string currency, decimal amount, bool reaches) =>
        Assert.Equal(reaches, rates.Reaches(Money.Of(amount, new Currency(currency)), 1000));

    [Fact]
    public void Sum_in_soles_leaves_out_what_has_no_rate() =>
        Assert.Equal(475m, rates.InSoles([Money.Of(100, Currency.Pen), Money.Of(100, Currency.Usd), Money.Of(100, new Currency("EUR"))]));
}
