using System.Net.Http.Headers;
using System.Text.Json;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>An answer of PagoEfectivo, read.</summary>
internal sealed record RestReply
{
    private const int LongestMessage = 300;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public required GatewayFault Fault { get; init; }

    public GatewayPayment? Payment { get; init; }

    public int? Code { get; init; }

    public string? RequestId { get; init; }

    public string? Message { get; init; }

    public string? Field { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public GatewayError? Error => Code is { } code ? GatewayErrors.Of(code) : null;

    /// <summary>A report whose rows are still to be read.</summary>
    public static RestReply Stream(HttpResponseMessage response) => new()
    {
        Fault = response.Content.Headers.ContentType?.MediaType is "text/csv" ? GatewayFault.None : GatewayFault.Unreadable,
    };

    public static RestReply Read(HttpResponseMessage response, byte[] body, string? paymentId, DateTimeOffset now)
    {
        var wait = WaitOf(response.Headers.RetryAfter, now);
        using var document = WireJson.Parse(body);
        if (document is not null) return Of((int)response.StatusCode, document.RootElement, paymentId) with { RetryAfter = wait };
        return new() { Fault = (int)response.StatusCode >= 500 ? GatewayFault.Failed : GatewayFault.Unreadable, RetryAfter = wait };
    }

    private static RestReply Of(int status, JsonElement root, string? paymentId)
    {
        var requestId = root.Text("request_id", 128);
        if (status is >= 200 and < 300)
        {
            var payment = PaymentJson.Read(root);
            var ours = payment is not null && (paymentId is null || payment.Id == paymentId);
            return new() { Fault = ours ? GatewayFault.None : GatewayFault.Unreadable, Payment = payment, RequestId = requestId };
        }

        int? code = root.TryGetProperty("code", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
        return new()
        {
            Fault = FaultOf(status, code),
            Code = code,
            RequestId = requestId,
            Message = root.Text("message", int.MaxValue) is { } message ? message[..Math.Min(message.Length, LongestMessage)] : null,
            Field = root.Text("field", 128),
        };
    }

    private static GatewayFault FaultOf(int status, int? code) => (status, code) switch
    {
        ( >= 500, _) or (_, 5000 or 5030) => GatewayFault.Failed,
        ( >= 400, not null) => GatewayFault.Refused,
        _ => GatewayFault.Unreadable,
    };

    private static TimeSpan? WaitOf(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        if (wait is null) return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }
}
