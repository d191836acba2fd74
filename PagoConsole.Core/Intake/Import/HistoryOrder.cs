using System.Security.Cryptography;
using System.Text;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;

namespace PagoConsole.Core.Intake.Import;

/// <summary>One order of the history, ready to be stored.</summary>
/// <param name="Order">The order as it ended.</param>
/// <param name="Content">What was bought by whom, as JSON.</param>
/// <param name="Identifiers">What ties it to others.</param>
/// <param name="Payment">Its payable code, where anything is known of one.</param>
/// <param name="Money">The money that paid it, where the instant is known.</param>
internal sealed record HistoryOrder(
    Order Order, string Content, IReadOnlyList<OrderIdentifier> Identifiers, Payment? Payment, MoneyMovement? Money)
{
    /// <summary>How labels and money say that they come from here.</summary>
    public const string Source = "import";

    /// <summary>The id of a payment of which the history tells no id; PagoEfectivo has none like it.</summary>
    public static string PaymentIdOf(string orderId) => OrderHistory.PaymentPrefix + orderId;
}

/// <summary>Makes orders of the lines of a history file.</summary>
/// <param name="columns">The file's columns.</param>
/// <param name="voucherHours">How long a voucher lives, for those of which only is known that it ended.</param>
/// <param name="now">When the import began.</param>
internal sealed class HistoryReader(ImportColumns columns, int voucherHours, DateTimeOffset now)
{
    private const int LongestId = 64;

    /// <summary>Reads a line.</summary>
    /// <returns>The order, or why there is none.</returns>
    public (HistoryOrder? Order, string? Fault) Read(IReadOnlyList<string> fields)
    {
        var line = new HistoryLine(columns, fields);
        var content = ContentOf(line);
        var status = line.Form<OrderStatus?>(ImportColumns.Status, ImportForms.Status, $"takes {string.Join(", ", Enum.GetNames<OrderStatus>())}");
        var paidAt = line.Instant(ImportColumns.PaidAt);
        var paymentId = line.Text(ImportColumns.PaymentId, 128);
        var cip = line.Text(ImportColumns.Cip, 32);
        var transactionId = line.Text(ImportColumns.TransactionId, 128);
        var fraud = line.Form<bool?>(ImportColumns.IsFraud, ImportForms.Flag, "takes 1, 0, true, false, yes or no");
        if (line.Fault is { } fault) return (null, fault);

        var json = content.ToJson();
        var order = OrderOf(content, json);
        Recall(order, status, paidAt);
        if (fraud is { } known) order.Label(known, LabelSource.Import, now);
        var payment = paidAt is null && paymentId is null && cip is null && transactionId is null
            ? null
            : PaymentOf(order, paymentId, cip, paidAt, transactionId);
        var money = paidAt is { } at ? MoneyOf(payment!, at) : null;
        return (new HistoryOrder(order, json, IdentifiersOf(order, content), payment, money), null);
    }

    private static OrderContent ContentOf(HistoryLine line)
    {
        var address = line.Text(ImportColumns.Address, 500);
        var country = line.Text(ImportColumns.Country, 60);
        var device = line.Text(ImportColumns.Device, 256);
        var seller = line.Text(ImportColumns.SellerId, 128);
        return new OrderContent
        {
            OrderId = line.Required(ImportColumns.OrderId, LongestId),
            PlacedAt = line.RequiredInstant(ImportColumns.PlacedAt),
            Amount = line.RequiredMoney(),
            Account = new OrderAccount(
                line.Required(ImportColumns.AccountId, 128),
                line.RequiredInstant(ImportColumns.AccountCreatedAt),
                line.Text(ImportColumns.Email, 254),
                line.Text(ImportColumns.Phone, 40),
                line.Text(ImportColumns.DocumentType, 20)?.ToUpperInvariant(),
                line.Text(ImportColumns.DocumentNumber, 40),
                null),
            Ip = line.RequiredIp(),
            ReturnUrl = "",
            ShippingAddress = address is null && country is null ? null : new OrderAddress(address, null, null, null, null, country, null),
            Device = device is null ? null : new OrderDevice(device, null),
            Seller = seller is null ? null : new OrderSeller(seller, null),
            Items = [.. Categories(line.Text(ImportColumns.Category, 500)).Select(category => new OrderItem(null, null, category, 1, null))],
        };
    }

    private static string[] Categories(string? text) => text?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private Order OrderOf(OrderContent content, string json) => new()
    {
        OrderId = content.OrderId,
        AmountMinor = content.Amount.Minor,
        Currency = content.Amount.Currency,
        PlacedAt = content.PlacedAt!.Value,
        ReceivedAt = content.PlacedAt.Value,
        AccountId = content.Account.Id,
        AccountCreatedAt = content.Account.CreatedAt,
        SellerId = content.Seller?.Id,

        // All instants in it are in UTC already, so this is what OrderContent.Hash would say.
        ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(json)),
        PayToken = Ids.Token(),
        Decision = "null",
        VoucherMinutes = voucherHours * 60,
        Imported = true,
    };

    // Who tells no state tells it by the money. Then nobody said that a voucher ran out, so nobody is to count it as one that did.
    private void Recall(Order order, OrderStatus? told, DateTimeOffset? paidAt)
    {
        var status = told ?? (paidAt is null ? OrderStatus.Expired : OrderStatus.Paid);
        var wasPaid = status.HasMoney() || status == OrderStatus.Refunded;
        order.Recall(
            status,
            paidAt ?? (wasPaid ? order.PlacedAt : null),
            told == OrderStatus.Expired ? order.PlacedAt.AddHours(voucherHours) : null,
            status == OrderStatus.Refunded ? paidAt ?? order.PlacedAt : null);
    }

    private Payment PaymentOf(Order order, string? paymentId, string? cip, DateTimeOffset? paidAt, string? transactionId) => new()
    {
        PaymentId = paymentId ?? HistoryOrder.PaymentIdOf(order.OrderId),
        OrderId = order.OrderId,
        Cip = cip ?? "",
        AmountMinor = order.AmountMinor,
        Currency = order.Currency,
        ExpiresAt = order.PlacedAt.AddHours(voucherHours),
        CreatedAt = order.PlacedAt,
        Status = StatusOf(order),
        PaidAt = paidAt,
        TransactionId = transactionId,
    };

    private static PaymentStatus StatusOf(Order order) => order.Status switch
    {
        OrderStatus.Refunded => PaymentStatus.Refunded,
        _ when order.FirstPaidAt is not null => PaymentStatus.Paid,
        OrderStatus.Expired => PaymentStatus.Expired,
        OrderStatus.Cancelled or OrderStatus.Rejected => PaymentStatus.Cancelled,
        _ => PaymentStatus.Pending,
    };

    private MoneyMovement MoneyOf(Payment payment, DateTimeOffset paidAt) => new()
    {
        PaymentId = payment.PaymentId,
        TransactionId = payment.TransactionId ?? "",
        Kind = MovementKind.Payment,
        OrderId = payment.OrderId,
        AmountMinor = payment.AmountMinor,
        Currency = payment.Currency,
        At = paidAt,
        SeenAt = now,
        Source = HistoryOrder.Source,
    };

    private static List<OrderIdentifier> IdentifiersOf(Order order, OrderContent content) =>
    [
        .. Identifiers.Of(content).DistinctBy(i => i.Kind).Select(i => new OrderIdentifier
        {
            Kind = i.Kind,
            ValueHash = OrderIdentifier.HashOf(i.Kind, i.Value),
            PlacedAt = order.PlacedAt,
            OrderId = order.OrderId,
            AccountId = order.AccountId,
        }),
    ];
}
