using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Sandbox.Payments;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>Answers in PagoEfectivo's words.</summary>
internal static class GatewayAnswers
{
    private static readonly JsonSerializerOptions ErrorOptions = new(WireFormat.SnakeCase)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IResult From(HttpContext http, PaymentResult result, int status = StatusCodes.Status200OK) =>
        result is { Payment: { } payment, Error: null }
            ? Results.Json(Answer(payment, GatewayCall.Of(http).RequestId, result.RefundId), WireFormat.SnakeCase, statusCode: status)
            : Refuse(http, result.Error!);

    public static IResult Refuse(HttpContext http, GatewayError error)
    {
        if (error.Code is GatewayCode.TooManyRequests or GatewayCode.Maintenance) http.Response.Headers.RetryAfter = "2";
        return Results.Json(
            new Refusal((int)error.Code, error.Message, error.Field, GatewayCall.Of(http).RequestId), ErrorOptions,
            statusCode: error.HttpStatus);
    }

    /// <summary>Once money came, amount and currency are those of the money, which need not be those asked for.</summary>
    public static PaymentAnswer Answer(SandboxPayment payment, string requestId, string? refundId) => new(
        payment.Id, payment.OrderId, payment.Cip, $"PAGOEFECTIVO|CIP={payment.Cip}|{payment.Currency}={WireFormat.Amount(payment.Amount)}",
        payment.PaymentUrl, payment.Status.OnTheWire(), WireFormat.Amount(payment.Paid?.Amount ?? payment.Amount),
        payment.Paid?.Currency ?? payment.Currency, WireFormat.Instant(payment.ExpiresAt),
        payment.Paid is { } paid ? WireFormat.Instant(paid.At) : null, payment.Paid?.Channel, payment.Paid?.TransactionId,
        WireFormat.Amount(payment.Refunded), refundId, requestId);

    private sealed record Refusal(int Code, string Message, string? Field, string RequestId);
}

/// <summary>A payment as the contract shows it, and beyond it what was refunded so far and by which refund just now.</summary>
internal sealed record PaymentAnswer(
    string Id, string OrderId, string Cip, string QrCode, string PaymentUrl, string Status, string Amount, string Currency,
    string ExpiresAt, string? PaidAt, string? Channel, string? TransactionId, string RefundedAmount, string? RefundId, string RequestId);
