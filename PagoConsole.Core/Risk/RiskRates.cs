using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk;

/// <summary>The exchange rate that thresholds in one currency use for the other.</summary>
/// <param name="PenPerUsd">Soles for one dollar.</param>
/// <param name="AsOf">The day of the rate.</param>
public sealed record RiskRates(decimal PenPerUsd, DateOnly AsOf)
{
    /// <summary>An amount in soles, rounded to the céntimo.</summary>
    public decimal InSoles(Money money) => money.Currency == Currency.Usd ? Math.Round(money.Amount * PenPerUsd, 2) : money.Amount;

    /// <summary>Whether an amount comes to so many soles; one in a currency that has no rate here always does, so that a person looks at it.</summary>
    public bool Reaches(Money money, decimal soles) => !HasRate(money.Currency) || InSoles(money) >= soles;

    /// <summary>
    /// Many amounts together in soles: each currency is added up before it is changed, so that the céntimos do not hang on how they are grouped.
    /// A currency that has no rate here is left out.
    /// </summary>
    public decimal InSoles(IEnumerable<Money> money) =>
        money.Where(m => HasRate(m.Currency)).GroupBy(m => m.Currency).Sum(group => InSoles(new Money(group.Sum(m => m.Minor), group.Key)));

    /// <summary>Two totals together in dollars, rounded to the cent.</summary>
    public decimal InDollars(long penMinor, long usdMinor) => Math.Round((penMinor / 100m / PenPerUsd) + (usdMinor / 100m), 2);

    private static bool HasRate(Currency currency) => Currency.OfOrders.Contains(currency);
}
