using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Payments;

/// <summary>Which way money went.</summary>
public enum MovementKind
{
    /// <summary>The buyer paid.</summary>
    Payment,

    /// <summary>Money went back.</summary>
    Refund,
}

/// <summary>One sighting of money: a fact, unique by payment, transaction and kind, however often and by whatever way it is told.</summary>
public sealed class MoneyMovement
{
    /// <summary>The payment at PagoEfectivo.</summary>
    public required string PaymentId { get; init; }

    /// <summary>PagoEfectivo's id of the money; empty where it named none.</summary>
    public required string TransactionId { get; init; }

    /// <summary>Which way it went.</summary>
    public required MovementKind Kind { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Hundredths of the currency unit.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Its currency, which may be another than the order's.</summary>
    public required Currency Currency { get; init; }

    /// <summary>When it moved, as PagoEfectivo says.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When we saw it.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Where the buyer paid.</summary>
    public string? Channel { get; init; }

    /// <summary>How we learned of it: webhook, poll, or the answer to a call.</summary>
    public required string Source { get; init; }

    /// <summary>The money.</summary>
    public Money Amount => new(AmountMinor, Currency);
}
