using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Evidence.Chain;

/// <summary>Chains of evidence without a store: one of which nothing is missing, and what can be taken out of it.</summary>
internal static class Chains
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    public static readonly Money Due = Money.Of(120m, Currency.Pen);

    /// <summary>Placed, paid by a signed message, shipped, received: nothing is missing.</summary>
    public static EvidenceChainView Complete() => new()
    {
        At = Noon.AddDays(3),
        Whole = true,
        Order = OrderThat(OrderStatus.Paid, OrderStatus.Shipped, OrderStatus.Delivered),
        Content = Content(),
        Payment = new Payment
        {
            PaymentId = "pay_1",
            OrderId = "MP-1",
            Cip = "1",
            AmountMinor = Due.Minor,
            Currency = Due.Currency,
            ExpiresAt = Noon.AddDays(1),
            CreatedAt = Noon,
            RequestId = "req_1",
        },
        Movements = [Paid("tx_1", Due)],
        Messages = [Message(WebhookMessage.Paid)],
        Shipment = new Shipment { OrderId = "MP-1", Carrier = "Olva Courier", TrackingNumber = "OL-1", ShippedAt = Noon.AddHours(3), RecordedAt = Noon.AddHours(3), RecordedBy = "key:test" },
        Delivery = new Delivery { OrderId = "MP-1", DeliveredAt = Noon.AddDays(1), ReceivedBy = "Ana Quispe", RecordedAt = Noon.AddDays(1), RecordedBy = "key:test" },
        Logins = [new Login { AccountId = "u-1", At = Noon, Ip = "190.235.12.7", Device = "fp", Success = true }],
    };

    /// <summary>An order that went this way, an hour a step.</summary>
    public static Order OrderThat(params OrderStatus[] way)
    {
        var order = new Order
        {
            OrderId = "MP-1",
            AmountMinor = Due.Minor,
            Currency = Due.Currency,
            PlacedAt = Noon,
            ReceivedAt = Noon,
            AccountId = "u-1",
            AccountCreatedAt = Noon.AddDays(-300),
            ContentHash = new byte[32],
            PayToken = "t",
            Decision = "{}",
            VoucherMinutes = 1440,
        };
        order.Begin(OrderStatus.AwaitingPayment, Noon);
        foreach (var (status, hour) in way.Select((status, at) => (status, at + 1))) order.MoveTo(status, null, Noon.AddHours(hour));
        return order;
    }

    public static OrderContent Content() => new()
    {
        OrderId = "MP-1",
        Amount = Due,
        ReturnUrl = "https://shop.example/thanks",
        Ip = "190.235.12.7",
        Account = new OrderAccount("u-1", Noon.AddDays(-300), "ana@example.pe", "987654321", "DNI", "45678912", "Ana Quispe"),
        ShippingAddress = new OrderAddress("Av. Arequipa 1234", null, "Lince", "Lima", "Lima", "PE", "15046"),
    };

    public static MoneyMovement Paid(string transactionId, Money money) => Moved(MovementKind.Payment, transactionId, money);

    public static MoneyMovement Moved(MovementKind kind, string transactionId, Money money) => new()
    {
        PaymentId = "pay_1",
        TransactionId = transactionId,
        Kind = kind,
        OrderId = "MP-1",
        AmountMinor = money.Minor,
        Currency = money.Currency,
        At = Noon.AddHours(1),
        SeenAt = Noon.AddHours(1),
        Channel = "AGENTE-BCP",
        Source = "webhook",
    };

    public static DeliveredMessage Message(string type, ReceiptState state = ReceiptState.Processed, int conflicts = 0) => new(
        1, "evt_1", type, Noon.AddHours(1), "127.0.0.1", "{}", new byte[32], state, DeliveryVerdict.Applied, Noon.AddHours(1), 0, conflicts);

    public static Refund Refund(RefundState state, RefundRoute route = RefundRoute.PagoEfectivo, string? reference = null) => new()
    {
        RefundId = "ref_1",
        OrderId = "MP-1",
        AmountMinor = Due.Minor,
        Currency = Due.Currency,
        Reason = "Sent back",
        Whole = true,
        Route = route,
        RequestedBy = "person:finance",
        RequestedAt = Noon.AddDays(2),
        State = state,
        EndedAt = state is RefundState.Done or RefundState.Failed ? Noon.AddDays(2) : null,
        Reference = reference,
    };
}
