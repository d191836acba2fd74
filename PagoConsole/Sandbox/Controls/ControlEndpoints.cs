using System.Text.Json;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Storage;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Controls;

/// <summary>The hands that move the simulator: a buyer at the counter, PagoEfectivo's own staff, and somebody who looks on.</summary>
internal static class ControlEndpoints
{
    public static void MapControls(this IEndpointRouteBuilder sandbox)
    {
        sandbox.MapPost("/payments/{id}/pay", PayAsync);
        sandbox.MapPost("/payments/{id}/expire", ExpireAsync);
        sandbox.MapPost("/payments/{id}/refund", RefundAsync);
        sandbox.MapGet("/payments", (string orderId, SandboxFile file) =>
        {
            var views = file.Read<PaymentView[]>(db =>
                PaymentRows.OfOrder(db, orderId) is { } payment ? [PaymentView.Of(db, payment)] : []);
            return Results.Json(views, WireFormat.CamelCase);
        });
        sandbox.MapGet("/payments/{id}", (HttpContext http, string id, SandboxFile file) =>
            file.Read(db => PaymentRows.Named(db, id) is { } payment ? PaymentView.Of(db, payment) : null) is { } view
                ? Results.Json(view, WireFormat.CamelCase)
                : Answer(http, GatewayError.NoPayment(id)));
    }

    private static async Task<IResult> PayAsync(HttpContext http, string id, PayPayment pay)
    {
        var (body, refusal) = await ControlBody.ReadAsync<ControlRequest>(http);
        refusal ??= body.Refuse(http);
        return refusal ?? Answer(http, await pay.RunAsync(
            id, new(body.Channel, body.Minor, body.Currency, body.TransactionId, body.Mode ?? WebhookMode.Send)));
    }

    private static async Task<IResult> ExpireAsync(HttpContext http, string id, ExpirePayments expire)
    {
        var (body, refusal) = await ControlBody.ReadAsync<ControlRequest>(http);
        refusal ??= body.Refuse(http);
        return refusal ?? Answer(http, await expire.RunNowAsync(id, body.Mode ?? WebhookMode.Send));
    }

    private static async Task<IResult> RefundAsync(HttpContext http, string id, RefundPayment refund)
    {
        var (body, refusal) = await ControlBody.ReadAsync<ControlRequest>(http);
        refusal ??= body.Refuse(http);
        return refusal ?? Answer(http, await refund.RunUnaskedAsync(id, body.Minor, body.Mode ?? WebhookMode.Send));
    }

    private static IResult Answer(HttpContext http, PaymentResult result)
    {
        if (result.Payment is { } payment)
            return Results.Json(GatewayAnswers.Answer(payment, http.TraceIdentifier, result.RefundId), WireFormat.SnakeCase);
        var error = result.Error!;
        // A control that comes at the wrong moment is a conflict, not a malformed request.
        var status = error is { Code: GatewayCode.InvalidRequest, Field: "status" } ? StatusCodes.Status409Conflict : error.HttpStatus;
        return ControlBody.Refuse(http, error.Field ?? "id", error.Message, status);
    }
}

/// <summary>What the controls of one payment take; each field may be left out.</summary>
internal sealed record ControlRequest
{
    public string? Channel { get; init; }

    public JsonElement? Amount { get; init; }

    public string? Currency { get; init; }

    public string? TransactionId { get; init; }

    public string? Webhook { get; init; }

    public long? Minor => Amount is { ValueKind: not JsonValueKind.Null } amount ? WireFormat.Minor(amount) : null;

    public WebhookMode? Mode => Webhook switch
    {
        "send" or null => WebhookMode.Send,
        "drop" => WebhookMode.Drop,
        "duplicate" => WebhookMode.Duplicate,
        "late" => WebhookMode.Late,
        "forged" => WebhookMode.Forged,
        _ => null,
    };

    public IResult? Refuse(HttpContext http)
    {
        if (Amount is { ValueKind: not JsonValueKind.Null } && Minor is null)
            return ControlBody.Refuse(http, "amount", "must be a number above zero with at most two decimals");
        if (Currency is not (null or "PEN" or "USD")) return ControlBody.Refuse(http, "currency", "must be PEN or USD");
        return Mode is null ? ControlBody.Refuse(http, "webhook", "must be send, drop, duplicate, late or forged") : null;
    }
}
