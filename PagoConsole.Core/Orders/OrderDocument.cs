using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PagoConsole.Core.Orders;

/// <summary>An order as the marketplace sees it, in answers and in callbacks.</summary>
public sealed record OrderDocument
{
    /// <summary>The marketplace's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>Where it stands.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>Why, as a stable word; null where the state says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>What the buyer is to pay.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>How it was decided, and by which rules; JSON null for an imported order.</summary>
    public required JsonElement Decision { get; init; }

    /// <summary>The payable code, or null while there is none.</summary>
    public PaymentDocument? Payment { get; init; }

    /// <summary>The page to send the buyer to.</summary>
    public required string BuyerPageUrl { get; init; }

    /// <summary>To quote to support.</summary>
    public required string RequestId { get; init; }

    /// <summary>What happened, oldest first; only in answers to GET.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }

    /// <summary>How documents are written: camelCase, enums by name, nulls kept.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Makes the document of an order as it stands.</summary>
    public static OrderDocument Of(Order order, Payment? payment, Uri publicAddress, string requestId) => new()
    {
        OrderId = order.OrderId,
        Status = order.Status,
        Reason = order.StatusReason,
        Amount = order.Amount.Amount,
        Currency = order.Currency.Code,
        PlacedAt = order.PlacedAt,
        Decision = JsonElement.Parse(order.Decision),
        Payment = payment is null ? null : new(payment.PaymentId, payment.Cip, payment.PaymentUrl, payment.Qr, payment.ExpiresAt),
        BuyerPageUrl = new Uri(publicAddress, $"pay/{order.PayToken}").ToString(),
        RequestId = requestId,
    };
}

/// <summary>A payable code as the marketplace sees it.</summary>
public sealed record PaymentDocument(string PaymentId, string Cip, string? PaymentUrl, string? Qr, DateTimeOffset ExpiresAt);

/// <summary>One thing that happened to an order.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Actor, string Text);
