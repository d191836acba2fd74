namespace PagoConsole.Core.Foundation;

/// <summary>Adds money up: each currency by itself, since nobody has exchanged it.</summary>
public static class Sums
{
    /// <summary>One sum for each currency, soles first, the others by their code.</summary>
    public static IReadOnlyList<Money> Of(IEnumerable<Money> amounts) =>
    [
        .. amounts.GroupBy(money => money.Currency, money => money.Minor)
            .Select(same => new Money(same.Sum(), same.Key))
            .OrderBy(money => money.Currency == Currency.Pen ? 0 : 1).ThenBy(money => money.Currency.Code, StringComparer.Ordinal),
    ];
}
