using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

[Description("An order as it stands.")]
internal record OrderAnswer
{
    [Description("The marketplace's id.")]
    public required string OrderId { get; init; }

    [Description("Where it stands.")]
    [AllowedValues(
        "InReview", "AwaitingPayment", "Paid", "PaidLate", "Shipped", "Delivered", "RefundRequested", "Refunded", "Expired", "Cancelled", "Rejected")]
    public required string Status { get; init; }

    [Description("Why, as a stable word such as gateway_refused; null where the state says it all.")]
    public required string? Reason { get; init; }

    [Description("What the buyer is to pay.")]
    public required decimal Amount { get; init; }

    [Description("ISO 4217.")]
    public required string Currency { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    [Description("How it was decided, and by which rules; null for an order imported as history, which nobody judged.")]
    public required DecisionAnswer? Decision { get; init; }

    [Description("The payable code; null while in review, when rejected, or while PagoEfectivo has not answered yet.")]
    public required PaymentAnswer? Payment { get; init; }

    [Description("The page to send the buyer to.")]
    public required string BuyerPageUrl { get; init; }

    [Description("To quote to support; also in the header X-Request-Id.")]
    public required string RequestId { get; init; }
}

[Description("An order as it stands, and what happened to it.")]
internal sealed record OrderWithTimelineAnswer : OrderAnswer
{
    [Description("What happened, the oldest first.")]
    public required IReadOnlyList<TimelineAnswer> Timeline { get; init; }
}

[Description("How an order was decided.")]
internal sealed record DecisionAnswer
{
    [AllowedValues("Approve", "Review", "Reject")]
    public required string Outcome { get; init; }

    [Description("The scores of all rules that hit, together.")]
    public required int Score { get; init; }

    [Description("The version of the rules that decided.")]
    public required int RuleSetVersion { get; init; }

    [Description("The rules that hit.")]
    public required IReadOnlyList<RuleHitAnswer> Hits { get; init; }
}

[Description("A rule that hit.")]
internal sealed record RuleHitAnswer
{
    [Description("The rule's stable name.")]
    public required string Rule { get; init; }

    [Description("Shadow rules are recorded and change nothing.")]
    [AllowedValues("Shadow", "Enforce")]
    public required string Mode { get; init; }

    [AllowedValues("Score", "Review", "Reject")]
    public required string Action { get; init; }

    public required int Score { get; init; }

    [Description("What the rule saw.")]
    public required string Observed { get; init; }

    [Description("What it was compared with.")]
    public required string Threshold { get; init; }
}

[Description("A payable code.")]
internal sealed record PaymentAnswer
{
    [Description("PagoEfectivo's id.")]
    public required string PaymentId { get; init; }

    [Description("The code that the buyer says at the counter.")]
    public required string Cip { get; init; }

    public required string? PaymentUrl { get; init; }

    [Description("What stands in the QR picture.")]
    public required string? Qr { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

[Description("One thing that happened.")]
internal sealed record TimelineAnswer
{
    public required DateTimeOffset At { get; init; }

    [Description("A stable word, for example order.paid.")]
    public required string Kind { get; init; }

    [Description("Who did it.")]
    public required string Actor { get; init; }

    [Description("The same in words.")]
    public required string Text { get; init; }
}
