using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>The links of a chain, from the order to its dispute.</summary>
public static class EvidenceLinks
{
    private static readonly EvidenceStage[] InOrder =
    [
        EvidenceStage.Order, EvidenceStage.Assessment, EvidenceStage.Review, EvidenceStage.Payment, EvidenceStage.Shipment, EvidenceStage.Delivery, EvidenceStage.Refund,
        EvidenceStage.Dispute,
    ];

    /// <summary>Says how each link holds.</summary>
    public static IReadOnlyList<EvidenceLink> Of(EvidenceChainView chain, IReadOnlyList<EvidenceGap> gaps) =>
        [.. InOrder.Select(stage => Of(stage, AtOf(stage, chain), chain, [.. gaps.Where(gap => gap.Stage == stage)]))];

    private static EvidenceLink Of(EvidenceStage stage, DateTimeOffset? at, EvidenceChainView chain, List<EvidenceGap> gaps)
    {
        if (gaps.Exists(gap => gap.Grave)) return new(stage, at is null ? LinkState.Missing : LinkState.Weak, at);
        if (at is not null) return new(stage, gaps.Count > 0 ? LinkState.Weak : LinkState.Proven, at);
        return new(stage, IsComing(stage, chain) ? LinkState.Pending : LinkState.NotNeeded, null);
    }

    private static DateTimeOffset? AtOf(EvidenceStage stage, EvidenceChainView chain) => stage switch
    {
        EvidenceStage.Order => chain.Order.PlacedAt,
        EvidenceStage.Assessment => chain.Assessment?.At,
        EvidenceStage.Review => chain.Review?.DecidedAt,
        EvidenceStage.Payment => chain.PaidAt,
        EvidenceStage.Shipment => chain.Shipment?.ShippedAt,
        EvidenceStage.Delivery => chain.Delivery?.DeliveredAt,
        EvidenceStage.Refund => chain.Refunds.Where(refund => !refund.IsOpen).Max(refund => refund.EndedAt),
        EvidenceStage.Dispute => chain.Disputes.Count == 0 ? null : chain.Disputes.Max(dispute => dispute.OpenedAt),
        EvidenceStage.Message or EvidenceStage.Access => null,
    };

    private static bool IsComing(EvidenceStage stage, EvidenceChainView chain) => stage switch
    {
        EvidenceStage.Review => chain.Review is not null && chain.Order.Status == OrderStatus.InReview,
        EvidenceStage.Payment => chain.Order.Status is OrderStatus.InReview or OrderStatus.AwaitingPayment,
        EvidenceStage.Shipment or EvidenceStage.Delivery => chain.Order.Status is OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.PaidLate,
        EvidenceStage.Refund => chain.Refunds.Any(refund => refund.IsOpen),
        EvidenceStage.Order or EvidenceStage.Assessment or EvidenceStage.Dispute or EvidenceStage.Message or EvidenceStage.Access => false,
    };
}
