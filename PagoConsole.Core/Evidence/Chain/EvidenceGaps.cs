using System.Globalization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>Names what a chain of evidence lacks.</summary>
public static class EvidenceGaps
{
    /// <summary>How much the clocks of a carrier and of PagoEfectivo may differ before it is called a contradiction.</summary>
    public static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    /// <summary>Every gap, in the order of the chain.</summary>
    public static IReadOnlyList<EvidenceGap> Of(EvidenceChainView chain) =>
        [.. OfTheOrder(chain), .. OfTheDecision(chain), .. OfThePayment(chain), .. OfTheShipment(chain), .. OfTheDelivery(chain), .. OfTheRefund(chain), .. OfTheMessages(chain)];

    private static IEnumerable<EvidenceGap> OfTheOrder(EvidenceChainView chain)
    {
        if (chain.BrokenAt is { } position) yield return new(GapKind.JournalBroken, EvidenceStage.Order, Grave: true, About: Text(position));
        if (chain.Order.Imported) yield return new(GapKind.HistoryOnly, EvidenceStage.Order, Grave: false, chain.Order.PlacedAt);
        if (chain.CutShort) yield return new(GapKind.CutShort, EvidenceStage.Order, Grave: false);
        if (chain.Erased > 0) yield return new(GapKind.PersonalDataErased, EvidenceStage.Order, Grave: false, About: Text(chain.Erased));
        if (string.IsNullOrWhiteSpace(chain.Content.Account.DocumentNumber) && string.IsNullOrWhiteSpace(chain.Content.Account.FullName))
            yield return new(GapKind.BuyerUnnamed, EvidenceStage.Order, Grave: false);
        if (chain.Logins.Count == 0) yield return new(GapKind.NoLogin, EvidenceStage.Access, Grave: false);
    }

    private static IEnumerable<EvidenceGap> OfTheDecision(EvidenceChainView chain)
    {
        if (chain.Review is not { Decision: not null, DecidedBy: { } by } held || !by.StartsWith("person:", StringComparison.Ordinal)) yield break;
        if (string.IsNullOrWhiteSpace(held.Reason) && string.IsNullOrWhiteSpace(held.Note)) yield return new(GapKind.DecisionUnexplained, EvidenceStage.Review, Grave: false, held.DecidedAt);
    }

    private static IEnumerable<EvidenceGap> OfThePayment(EvidenceChainView chain)
    {
        if (chain.Order.Imported) yield break;
        if (chain.Payment is { RequestId: null or "" } code) yield return new(GapKind.CodeWithoutRequestId, EvidenceStage.Payment, Grave: false, code.CreatedAt);
        var paid = chain.Movements.Where(movement => movement.Kind == MovementKind.Payment).ToList();
        foreach (var money in paid.Where(money => money.TransactionId.Length == 0))
            yield return new(GapKind.PaidWithoutTransaction, EvidenceStage.Payment, Grave: false, money.At, money.Amount.ToWire());
        if (paid.Count > 0 && !chain.Messages.Any(message => message.Type == WebhookMessage.Paid))
            yield return new(GapKind.PaidWithoutMessage, EvidenceStage.Payment, Grave: false, paid.Min(money => money.At));
        foreach (var message in chain.Messages)
        {
            if (message.Conflicts > 0) yield return new(GapKind.MessageContradicted, EvidenceStage.Payment, Grave: true, message.ReceivedAt, message.EventId);
            if (message.State == ReceiptState.Parked && message.Replays.Count == 0) yield return new(GapKind.MessageParked, EvidenceStage.Payment, Grave: true, message.ReceivedAt, message.EventId);
        }

        foreach (var waiting in chain.MoneyCases.Where(found => found.IsWaiting && !found.IsAboutRefund))
            yield return new(GapKind.MoneyUndecided, EvidenceStage.Payment, Grave: true, waiting.OpenedAt, waiting.Amount.ToWire());
    }

    private static IEnumerable<EvidenceGap> OfTheShipment(EvidenceChainView chain)
    {
        if (chain.Shipment is not { } shipped)
        {
            if (Kept(chain)) yield return new(GapKind.PaidNotShipped, EvidenceStage.Shipment, Grave: true, chain.PaidAt);
            yield break;
        }

        if (!shipped.TrackingNumber.Any(char.IsLetterOrDigit) || !shipped.Carrier.Any(char.IsLetterOrDigit))
            yield return new(GapKind.ShippedWithoutTracking, EvidenceStage.Shipment, Grave: true, shipped.ShippedAt);
        if (chain.PaidAt is { } paid && shipped.ShippedAt < paid - ClocksDiffer) yield return new(GapKind.ShippedBeforePaid, EvidenceStage.Shipment, Grave: false, shipped.ShippedAt);
        if (string.IsNullOrWhiteSpace(chain.Content.ShippingAddress?.Line1)) yield return new(GapKind.ShippedWithoutAddress, EvidenceStage.Shipment, Grave: false, shipped.ShippedAt);
    }

    private static IEnumerable<EvidenceGap> OfTheDelivery(EvidenceChainView chain)
    {
        if (chain.Delivery is not { } received)
        {
            if (Kept(chain) || chain.Shipment is not null) yield return new(GapKind.PaidNotDelivered, EvidenceStage.Delivery, Grave: true, chain.Shipment?.ShippedAt ?? chain.PaidAt);
            yield break;
        }

        if (!received.ReceivedBy.Any(char.IsLetter)) yield return new(GapKind.ReceiverUnnamed, EvidenceStage.Delivery, Grave: true, received.DeliveredAt);
        if (chain.Shipment is { } shipped && received.DeliveredAt < shipped.ShippedAt) yield return new(GapKind.DeliveredBeforeShipped, EvidenceStage.Delivery, Grave: true, received.DeliveredAt);
    }

    private static IEnumerable<EvidenceGap> OfTheRefund(EvidenceChainView chain)
    {
        foreach (var refund in chain.Refunds)
        {
            if (refund.Route == RefundRoute.PagoEfectivo && refund.IsOpen) yield return new(GapKind.RefundUnanswered, EvidenceStage.Refund, Grave: true, refund.RequestedAt, refund.Amount.ToWire());
            var proven = !string.IsNullOrWhiteSpace(refund.Reference) || chain.Files.Any(file => file.To == AttachedTo.Refund && file.OwnerId == refund.RefundId);
            if (refund.Route != RefundRoute.PagoEfectivo && refund.State == RefundState.Done && !proven)
                yield return new(GapKind.RefundUnproven, EvidenceStage.Refund, Grave: true, refund.EndedAt, refund.Amount.ToWire());
        }
    }

    private static IEnumerable<EvidenceGap> OfTheMessages(EvidenceChainView chain) =>
        from told in chain.Told
        group told.Message by told.Message.MessageId into deliveries
        let last = deliveries.MaxBy(message => message.Delivery)!
        where last.State == OutboxState.Parked
        select new EvidenceGap(GapKind.MarketplaceNotTold, EvidenceStage.Message, Grave: false, last.CreatedAt, last.Type.ToWire());

    /// <summary>The money came and stayed, so that the goods were due.</summary>
    private static bool Kept(EvidenceChainView chain) => chain.Order.Status switch
    {
        OrderStatus.Paid or OrderStatus.Shipped or OrderStatus.Delivered => true,
        OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.PaidLate or OrderStatus.RefundRequested or OrderStatus.Refunded
            or OrderStatus.Expired or OrderStatus.Cancelled or OrderStatus.Rejected => false,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
