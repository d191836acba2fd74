using System.Text.Json;
using PagoConsole.Sandbox.Gateway;

namespace PagoConsole.Sandbox.Payments;

/// <summary>A well-formed request for a payment.</summary>
internal sealed record NewPayment(
    string OrderId, long Amount, string Currency, DateTimeOffset ExpiresAt, string? ReturnUrl, string? Concept, string? SellerId)
{
    /// <summary>Reads the body field by field, so that the refusal names the one at fault.</summary>
    public static (NewPayment? Payment, GatewayError? Error) Parse(ReadOnlyMemory<byte> body)
    {
        var (fields, broken) = JsonFields.Parse(body);
        if (fields is null) return (null, broken);

        var orderId = fields.RequiredText("order_id", 64);
        var amount = fields.RequiredAmount("amount");
        var currency = fields.RequiredText("currency", 3);
        if (currency is not ("PEN" or "USD")) fields.Refuse("currency", "must be PEN or USD");
        var expiresAt = fields.RequiredInstant("expires_at");
        var returnUrl = fields.OptionalText("return_url", 2000);
        if (returnUrl is not null && !IsWebAddress(returnUrl)) fields.Refuse("return_url", "must be an absolute http or https address");
        var concept = fields.OptionalText("concept", 500);
        fields.OptionalObject("customer");
        var sellerId = fields.OptionalText("seller_id", 64);

        return fields.Error is { } error
            ? (null, error)
            : (new NewPayment(orderId, amount, currency, expiresAt, returnUrl, concept, sellerId), null);
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
