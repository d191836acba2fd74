using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>Whole and right bodies of the calls on an existing order.</summary>
internal static class ActionJson
{
    public static JsonObject Shipment() => new()
    {
        ["carrier"] = "Olva Courier",
        ["trackingNumber"] = "OL-123456",
        ["shippedAt"] = OrderJson.Instant(OrderJson.Now.AddMinutes(-1)),
    };

    public static JsonObject Delivery() => new()
    {
        ["deliveredAt"] = OrderJson.Instant(OrderJson.Now),
        ["receivedBy"] = "Ana Quispe",
    };

    public static JsonObject Refund(decimal amount) => new() { ["amount"] = amount, ["reason"] = "The buyer sent it back" };

    public static JsonObject Dispute() => new()
    {
        ["reason"] = "The buyer says it never came",
        ["openedAt"] = OrderJson.Instant(OrderJson.Now.AddMinutes(-1)),
        ["dueAt"] = OrderJson.Instant(OrderJson.Now.AddDays(7)),
        ["amount"] = 129.90m,
    };

    public static JsonObject Label(bool fraud) => new() { ["fraud"] = fraud, ["source"] = "chargeback desk" };

    public static JsonObject Login() => new()
    {
        ["accountId"] = OrderJson.NewId("u"),
        ["ip"] = "190.235.12.7",
        ["deviceFingerprint"] = "fp-77ab",
        ["at"] = OrderJson.Instant(OrderJson.Now),
        ["success"] = true,
    };

    public static JsonObject For(string action) => action switch
    {
        "cancel" => [],
        "shipment" => Shipment(),
        "delivery" => Delivery(),
        "refund" => Refund(10m),
        "dispute" => Dispute(),
        "label" => Label(fraud: true),
        "information" => new JsonObject { ["text"] = "The buyer sent a copy of the document." },
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
