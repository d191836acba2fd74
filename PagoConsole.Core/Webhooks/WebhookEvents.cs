namespace PagoConsole.Core.Webhooks;

/// <summary>Kinds of journal entries about deliveries: <c>webhook.</c> and the verdict, so that the feed can be filtered by an index.</summary>
public static class WebhookEvents
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "webhook.";

    /// <summary>The kind for a verdict.</summary>
    public static string KindOf(DeliveryVerdict verdict) => verdict switch
    {
        DeliveryVerdict.Waiting => "webhook.waiting",
        DeliveryVerdict.Applied => "webhook.applied",
        DeliveryVerdict.NoEffect => "webhook.no_effect",
        DeliveryVerdict.PaidAgain => "webhook.paid_again",
        DeliveryVerdict.PaidLate => "webhook.paid_late",
        DeliveryVerdict.PaidTwice => "webhook.paid_twice",
        DeliveryVerdict.AmountDiffers => "webhook.amount_differs",
        DeliveryVerdict.CurrencyDiffers => "webhook.currency_differs",
        DeliveryVerdict.UnaskedRefund => "webhook.unasked_refund",
        DeliveryVerdict.UnknownType => "webhook.unknown_type",
        DeliveryVerdict.UnknownPayment => "webhook.unknown_payment",
        DeliveryVerdict.Malformed => "webhook.malformed",
        DeliveryVerdict.Parked => "webhook.parked",
        DeliveryVerdict.BadSignature => "webhook.bad_signature",
        DeliveryVerdict.NetworkNotAllowed => "webhook.network_not_allowed",
        DeliveryVerdict.TooLarge => "webhook.too_large",
        DeliveryVerdict.Flood => "webhook.flood",
    };
}
