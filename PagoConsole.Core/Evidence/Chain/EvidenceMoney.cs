using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>The money of an order in one currency.</summary>
/// <param name="Due">What was to be paid; nothing in a foreign currency.</param>
/// <param name="Received">What came.</param>
/// <param name="Returned">What went back, by whatever way.</param>
/// <param name="Returning">What is on its way back, or in doubt.</param>
public sealed record EvidenceMoney(Money Due, Money Received, Money Returned, Money Returning)
{
    /// <summary>What stayed.</summary>
    public Money Left => new(Received.Minor - Returned.Minor, Received.Currency);

    /// <summary>Sums it up, the order's own currency first.</summary>
    public static IReadOnlyList<EvidenceMoney> Of(EvidenceChainView chain)
    {
        var own = chain.Order.Currency;
        var currencies = chain.Movements.Select(movement => movement.Currency).Concat(chain.Refunds.Select(refund => refund.Currency)).Append(own).Distinct();
        return [.. currencies.OrderBy(currency => currency == own ? 0 : 1).ThenBy(currency => currency.Code, StringComparer.Ordinal).Select(currency => In(currency, chain))];
    }

    private static EvidenceMoney In(Currency currency, EvidenceChainView chain) => new(
        new Money(currency == chain.Order.Currency ? chain.Order.AmountMinor : 0, currency),
        Moved(MovementKind.Payment, currency, chain),
        Moved(MovementKind.Refund, currency, chain),
        new Money(chain.Refunds.Where(refund => refund.IsOpen && refund.Currency == currency).Sum(refund => refund.AmountMinor), currency));

    private static Money Moved(MovementKind kind, Currency currency, EvidenceChainView chain) =>
        new(chain.Movements.Where(movement => movement.Kind == kind && movement.Currency == currency).Sum(movement => movement.AmountMinor), currency);
}
