using System.Text.Json;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>Reads a payment; one that lacks what we act upon is none.</summary>
internal static class PaymentJson
{
    public static GatewayPayment? Read(JsonElement root)
    {
        if (root.Text("id", 128) is not { } id
            || root.Text("order_id", 64) is not { } orderId
            || root.Text("cip", 64) is not { } cip
            || StatusOf(root.Text("status")) is not { } status
            || root.Money("amount", "currency") is not { } amount)
            return null;
        return new GatewayPayment
        {
            Id = id,
            OrderId = orderId,
            Cip = cip,
            Status = status,
            Amount = amount,
            QrCode = root.Text("qr_code", 4096),
            PaymentUrl = root.Text("payment_url", 2048),
            ExpiresAt = root.Instant("expires_at"),
            PaidAt = root.Instant("paid_at"),
            Channel = root.Text("channel", 128),
            TransactionId = root.Text("transaction_id", 128),
        };
    }

    private static GatewayPaymentStatus? StatusOf(string? text) => text switch
    {
        "pending" => GatewayPaymentStatus.Pending,
        "paid" => GatewayPaymentStatus.Paid,
        "expired" => GatewayPaymentStatus.Expired,
        "cancelled" => GatewayPaymentStatus.Cancelled,
        "refunded" => GatewayPaymentStatus.Refunded,
        _ => null,
    };
}
