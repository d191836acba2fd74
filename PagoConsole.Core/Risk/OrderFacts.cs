using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk;

/// <summary>What the rules look at: the order, and what history said of it at that instant. Stored with each assessment.</summary>
public sealed record OrderFacts
{
    /// <summary>What the buyer is to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>When it was placed; every window ends here.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When the account was opened.</summary>
    public required DateTimeOffset AccountCreatedAt { get; init; }

    /// <summary>Collects the facts of an order.</summary>
    /// <param name="content">The order.</param>
    /// <param name="placedAt">When it was placed, or when it arrived where it does not say.</param>
    public static OrderFacts Of(OrderContent content, DateTimeOffset placedAt) => new()
    {
        Amount = content.Amount,
        PlacedAt = placedAt,
        AccountCreatedAt = content.Account.CreatedAt,
    };
}
