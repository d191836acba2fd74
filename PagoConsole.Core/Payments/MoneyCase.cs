using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Payments;

/// <summary>Why money waits for finance.</summary>
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

    /// <summary>PagoEfectivo refused a refund: the money is still here.</summary>
    RefundFailed,

    /// <summary>Nobody knows whether a refund went through.</summary>
    RefundUnknown,
}

/// <summary>How far a money case has come.</summary>
public enum MoneyCaseState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>A first person chose; a second one of finance must too.</summary>
    AwaitingSecond,

    /// <summary>It is decided that money goes back outside PagoEfectivo; nobody has recorded yet that it did.</summary>
    AwaitingPayout,

    /// <summary>Done with, for ever.</summary>
    Settled,
}

/// <summary>Money that waits for finance.</summary>
public sealed partial class MoneyCase
{
    /// <summary>Its id.</summary>
    public required string CaseId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>The transaction, empty where none was named; for a refund that failed or is in doubt, the refund's id.</summary>
    public required string TransactionId { get; init; }

    /// <summary>Why it waits; one case for each reason of a transaction.</summary>
    public required MoneyCaseKind Kind { get; init; }

    /// <summary>The money, in hundredths.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Its currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What the same transaction was told with the second time, in hundredths; contradictions only.</summary>
    public long? ToldMinor { get; init; }

    /// <summary>The currency of that.</summary>
    public Currency? ToldCurrency { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When finance was last reminded that it waits.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>When PagoEfectivo last told, on being asked, how the payment stands.</summary>
    public DateTimeOffset? LookedUpAt { get; set; }

    /// <summary>What PagoEfectivo told then, as the payment's state there.</summary>
    public string? LookedUp { get; set; }

    /// <summary>The money.</summary>
    public Money Amount => new(AmountMinor, Currency);

    /// <summary>What was told the second time; contradictions only.</summary>
    public Money? Told => ToldMinor is { } minor && ToldCurrency is { } currency ? new Money(minor, currency) : null;

    /// <summary>Whether it is about a refund of ours rather than about money that came or went by itself.</summary>
    public bool IsAboutRefund => Kind is MoneyCaseKind.RefundFailed or MoneyCaseKind.RefundUnknown;
}
