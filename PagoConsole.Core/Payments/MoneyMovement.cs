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

/// <summary>Why money does not simply settle its order.</summary>
public enum MoneyCaseKind
{
    /// <summary>It came after the order was closed.</summary>
    Late,

    /// <summary>It is less than the order's amount.</summary>
    Short,

    /// <summary>It is more than the order's amount.</summary>
    Over,

    /// <summary>It is in another currency.</summary>
    ForeignCurrency,

    /// <summary>The order was paid already, by another transaction.</summary>
    PaidTwice,

    /// <summary>The same transaction was told with another amount.</summary>
    Contradiction,

    /// <summary>Money went back that we did not ask for.</summary>
    UnaskedRefund,
}

/// <summary>Money that waits for finance.</summary>
public sealed class MoneyCase
{
    /// <summary>Its id.</summary>
    public required string CaseId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The transaction; empty where none was named.</summary>
    public required string TransactionId { get; init; }

    /// <summary>Why it waits; one case for each reason of a transaction.</summary>
    public required MoneyCaseKind Kind { get; init; }

    /// <summary>The money, in hundredths.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Its currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who settled it.</summary>
    public string? SettledBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>How, as a stable word: accepted, refunded, kept.</summary>
    public string? Choice { get; set; }

    /// <summary>What they wrote.</summary>
    public string? Note { get; set; }

    /// <summary>The money.</summary>
    public Money Amount => new(AmountMinor, Currency);
}
