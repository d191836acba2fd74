using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Orders;

/// <summary>What a buyer placed at the marketplace, and where it stands.</summary>
public sealed class Order
{
    /// <summary>The marketplace's own id, 1 to 64 characters.</summary>
    public required string OrderId { get; init; }

    /// <summary>Where it stands; changed only by <see cref="MoveTo"/>.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>Why it stands there, as a stable word such as <c>gateway_refused</c>; null where the state says it all.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Hundredths of the currency unit.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>PEN or USD.</summary>
    public required Currency Currency { get; init; }

    /// <summary>When the buyer placed it.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it reached us.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The buyer's account at the marketplace.</summary>
    public required string AccountId { get; init; }

    /// <summary>When that account was opened.</summary>
    public required DateTimeOffset AccountCreatedAt { get; init; }

    /// <summary>Who sells it, if the marketplace says so.</summary>
    public string? SellerId { get; init; }

    /// <summary>SHA-256 of the parsed content: the same order again, or another one under the same id?</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>Unguessable part of the buyer's page address.</summary>
    public required string PayToken { get; init; }

    /// <summary>The decision as the wire has it (JSON): made once, when the order was taken in.</summary>
    public required string Decision { get; init; }

    /// <summary>How long its voucher lives, in minutes; a rule may have shortened it.</summary>
    public required int VoucherMinutes { get; init; }

    /// <summary>When the voucher's life ends; set on approval, whether or not the payment is there yet.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When PagoEfectivo is asked next, if no webhook comes first.</summary>
    public DateTimeOffset? NextPollAt { get; private set; }

    /// <summary>How often PagoEfectivo was asked and answered; counted anew once the order is closed.</summary>
    public int Polls { get; private set; }

    /// <summary>When we first knew that its money had come; null as long as none has.</summary>
    public DateTimeOffset? FirstPaidAt { get; private set; }

    /// <summary>When its voucher ended unpaid; null if it never did.</summary>
    public DateTimeOffset? FirstExpiredAt { get; private set; }

    /// <summary>When all of its money had gone back; null if it never did.</summary>
    public DateTimeOffset? FirstRefundedAt { get; private set; }

    /// <summary>Whether it turned out to be fraud, by the strongest source so far; null while nobody has said.</summary>
    public bool? Fraud { get; private set; }

    /// <summary>Where that is known from.</summary>
    public LabelSource? FraudSource { get; private set; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset? FraudAt { get; private set; }

    /// <summary>Whether a rule against money laundering fired for it.</summary>
    public bool Aml { get; init; }

    /// <summary>Whether it comes from the marketplace's history: never assessed, never told of, touched by no job.</summary>
    public bool Imported { get; init; }

    /// <summary>Where it stood before a refund of all its money was asked for.</summary>
    public OrderStatus? StatusBeforeRefund { get; private set; }

    /// <summary>The number of the last message to the marketplace about it.</summary>
    public int CallbackSequence { get; set; }

    /// <summary>Counts the changes; two writers cannot both change the same one.</summary>
    public int Version { get; private set; }

    /// <summary>The amount in its currency.</summary>
    public Money Amount => new(AmountMinor, Currency);

    /// <summary>The stream of its journal entries.</summary>
    public string Stream => StreamOf(OrderId);

    /// <summary>The journal stream of an order.</summary>
    public static string StreamOf(string orderId) => $"order/{orderId}";

    /// <summary>The state in which it was taken in.</summary>
    /// <exception cref="InvalidOperationException">It is not one that an order can begin in.</exception>
    public void Begin(OrderStatus status, DateTimeOffset now)
    {
        if (Version != 0 || status is not (OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.Rejected))
            throw new InvalidOperationException($"No order begins as {status}.");
        Enter(status, null, now);
    }

    /// <summary>Goes to another state.</summary>
    /// <exception cref="InvalidOperationException">The machine has no such way; callers ask <see cref="OrderTransitions.May"/> first.</exception>
    public void MoveTo(OrderStatus status, string? reason, DateTimeOffset now)
    {
        if (!OrderTransitions.May(Status, status)) throw new InvalidOperationException($"Order {OrderId} cannot go from {Status} to {status}.");
        if (status == OrderStatus.RefundRequested) StatusBeforeRefund = Status;
        Enter(status, reason, now);
    }

    /// <summary>Takes over an order of the marketplace's history as it ended there.</summary>
    /// <param name="status">Where it ended.</param>
    /// <param name="paidAt">When it was paid; null if it was not, or nobody knows.</param>
    /// <param name="expiredAt">When its voucher ended unpaid, where that is known.</param>
    /// <param name="refundedAt">When its money had gone back.</param>
    /// <exception cref="InvalidOperationException">It is not marked as imported, or has begun already.</exception>
    public void Recall(OrderStatus status, DateTimeOffset? paidAt, DateTimeOffset? expiredAt, DateTimeOffset? refundedAt)
    {
        if (!Imported || Version != 0) throw new InvalidOperationException("Only imported orders are recalled, once.");
        (Status, StatusReason, UpdatedAt, Version) = (status, "imported", paidAt ?? PlacedAt, 1);
        (FirstPaidAt, FirstExpiredAt, FirstRefundedAt) = (paidAt, expiredAt, refundedAt);
    }

    /// <summary>Says whether it was fraud; a weaker source than the present one changes nothing.</summary>
    /// <returns>Whether it holds now.</returns>
    public bool Label(bool fraud, LabelSource source, DateTimeOffset now)
    {
        if (FraudSource > source) return false;
        if (Fraud == fraud && FraudSource == source) return true;
        (Fraud, FraudSource, FraudAt) = (fraud, source, now);
        Version++;
        return true;
    }

    /// <summary>Its payable code is there: when PagoEfectivo is asked for it first.</summary>
    public void FollowPayment(DateTimeOffset now) => NextPollAt = NextLook(now);

    /// <summary>PagoEfectivo was asked and answered: when it is asked next.</summary>
    public void Asked(DateTimeOffset now)
    {
        Polls++;
        NextPollAt = NextLook(now);
        Version++;
    }

    /// <summary>PagoEfectivo did not answer, or there is nothing to ask for: looked at again later, or not at all.</summary>
    public void AskAgainAt(DateTimeOffset? instant)
    {
        NextPollAt = instant;
        Version++;
    }

    /// <summary>Counts a change that leaves the state as it is, so that concurrent writers notice each other.</summary>
    public void Touch() => Version++;

    private void Enter(OrderStatus status, string? reason, DateTimeOffset now)
    {
        Status = status;
        StatusReason = reason;
        UpdatedAt = now;
        Version++;
        if (status is OrderStatus.Paid or OrderStatus.PaidLate) FirstPaidAt ??= now;
        if (status == OrderStatus.Expired) FirstExpiredAt ??= now;
        if (status == OrderStatus.Refunded) FirstRefundedAt ??= now;
        if (status == OrderStatus.AwaitingPayment) DueAt = now.AddMinutes(VoucherMinutes);
        if (status == OrderStatus.AwaitingPayment) return;
        Polls = 0; // before the next look is planned: it goes by how often it was looked since
        NextPollAt = NextLook(now);
    }

    // Money may still come for a code that could be paid; nothing is asked for where there never was one.
    private DateTimeOffset? NextLook(DateTimeOffset now) => Status switch
    {
        OrderStatus.AwaitingPayment => PollPlan.WhileOpen(now, DueAt!.Value, Polls, Chance),
        OrderStatus.Expired or OrderStatus.Cancelled when DueAt is not null => PollPlan.OnceClosed(now, Polls, Chance),
        _ => null,
    };

    // The same for the same order, so that what is planned can be told beforehand.
    private double Chance => OrderId.Aggregate((uint)Polls, (hash, letter) => (hash * 31) + letter) % 1000 / 999d;
}
