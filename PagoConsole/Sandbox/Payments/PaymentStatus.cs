namespace PagoConsole.Sandbox.Payments;

internal enum PaymentStatus
{
    Pending,
    Paid,
    Expired,
    Cancelled,
    Refunded,
}

internal static class PaymentStatusWords
{
    public static string OnTheWire(this PaymentStatus status) => status switch
    {
        PaymentStatus.Pending => "pending",
        PaymentStatus.Paid => "paid",
        PaymentStatus.Expired => "expired",
        PaymentStatus.Cancelled => "cancelled",
        PaymentStatus.Refunded => "refunded",
    };
}
