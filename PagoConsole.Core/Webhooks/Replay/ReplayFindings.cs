using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;

namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>What a replay changes, or would change.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Before">Where the trail of its verdicts stood.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="OrderId">The order that it concerns.</param>
/// <param name="From">Where that order stood.</param>
/// <param name="To">Where it stands afterwards.</param>
/// <param name="Money">Money that is newly recorded.</param>
/// <param name="MoneyCases">Money cases that are opened.</param>
/// <param name="Callbacks">Messages that go out to the marketplace, in their order.</param>
public sealed record ReplayFindings(
    long ReceiptId, DeliveryVerdict Before, DeliveryVerdict Verdict, string? OrderId, OrderStatus? From, OrderStatus? To,
    IReadOnlyList<ReplayMoney> Money, IReadOnlyList<MoneyCaseKind> MoneyCases, IReadOnlyList<CallbackType> Callbacks)
{
    /// <summary>Whether the order moves.</summary>
    public bool Moves => From != To;

    /// <summary>Whether anything of the order or its money changes.</summary>
    public bool Changes => Moves || Money.Count > 0 || MoneyCases.Count > 0 || Callbacks.Count > 0;

    /// <summary>Whether a receipt that a person had to look at no longer needs one.</summary>
    public bool Settles => Before is DeliveryVerdict.Parked or DeliveryVerdict.UnknownPayment && Verdict != Before;
}

/// <summary>Money that a replay records.</summary>
/// <param name="Kind">Which way it went.</param>
/// <param name="Amount">How much.</param>
public sealed record ReplayMoney(MovementKind Kind, Money Amount);
