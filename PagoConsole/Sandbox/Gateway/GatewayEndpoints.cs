using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Report;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>PagoEfectivo's contract Rest.</summary>
internal static class GatewayEndpoints
{
    public const string Base = "/sandbox/pagoefectivo";

    public static void MapGateway(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Base + "/api/v1").AddEndpointFilter<GatewayDoor>();
        api.MapPost("/payment", CreateAsync);
        api.MapGet("/payment/{id}", ReadAsync);
        api.MapPost("/payment/{id}/cancel", CancelAsync);
        api.MapPost("/payment/{id}/refund", RefundAsync);
        api.MapGet("/report", ReportEndpoint.RunAsync);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, CreatePayment create)
    {
        var call = GatewayCall.Of(http);
        if (call.Key(http, "create") is not { } key) return GatewayAnswers.Refuse(http, KeyMissing);
        var (asked, error) = NewPayment.Parse(call.Body);
        if (asked is null) return GatewayAnswers.Refuse(http, error!);
        var page = $"{http.Request.Scheme}://{http.Request.Host}{Base}/pay/";
        return GatewayAnswers.From(http, await create.RunAsync(asked, key, cip => page + cip), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, string id, SandboxFile file, ExpirePayments expiry, TimeProvider time)
    {
        var payment = file.Read(db => PaymentRows.Find(db, id));
        if (payment is null) return GatewayAnswers.Refuse(http, GatewayError.NoPayment(id));
        if (payment.IsOverdue(time.GetUtcNow()))
            payment = await file.WriteAsync(db => expiry.IfOverdue(db, PaymentRows.Find(db, id)!));
        return GatewayAnswers.From(http, payment);
    }

    private static async Task<IResult> CancelAsync(HttpContext http, string id, CancelPayment cancel) =>
        GatewayCall.Of(http).Key(http, "cancel " + id) is { } key
            ? GatewayAnswers.From(http, await cancel.RunAsync(id, key))
            : GatewayAnswers.Refuse(http, KeyMissing);

    private static async Task<IResult> RefundAsync(HttpContext http, string id, RefundPayment refund)
    {
        var call = GatewayCall.Of(http);
        if (call.Key(http, "refund " + id) is not { } key) return GatewayAnswers.Refuse(http, KeyMissing);
        var (fields, broken) = JsonFields.Parse(call.Body);
        if (fields is null) return GatewayAnswers.Refuse(http, broken!);
        var amount = fields.RequiredAmount("amount");
        fields.OptionalText("reason", 500);
        return fields.Error is { } error
            ? GatewayAnswers.Refuse(http, error)
            : GatewayAnswers.From(http, await refund.RunAsync(id, amount, key));
    }

    private static GatewayError KeyMissing => GatewayError.Invalid("is required, with at most 128 characters", "Idempotency-Key");
}
