using System.Globalization;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>Contract <c>Rest</c>: what goes over the wire, and what each end of a call means for whoever made it.</summary>
internal sealed class RestGateway(
    IHttpClientFactory clients, GatewayAddress address, GatewayPatience patience, IOptionsMonitor<PagoEfectivoOptions> options) : IPaymentGateway
{
    public const string Client = "PagoEfectivo";
    private const string Payments = "/api/v1/payment";

    public Task<GatewayAnswer<GatewayPayment>> CreateAsync(string frozenBody, string idempotencyKey, CancellationToken ct) =>
        PaymentAsync(HttpMethod.Post, Payments, FrozenContent.Json(frozenBody), idempotencyKey,
            new CallTrail { Repeatable = true, Caller = ct });

    public Task<GatewayAnswer<GatewayPayment>> FindAsync(string paymentId, CancellationToken ct) =>
        PaymentAsync(HttpMethod.Get, PathOf(paymentId), null, null,
            new CallTrail { Repeatable = true, PaymentId = paymentId, Caller = ct });

    public Task<GatewayAnswer<GatewayPayment>> CancelAsync(string paymentId, string idempotencyKey, CancellationToken ct) =>
        PaymentAsync(HttpMethod.Post, PathOf(paymentId) + "/cancel", FrozenContent.Empty(), idempotencyKey,
            new CallTrail { Repeatable = true, PaymentId = paymentId, Caller = ct });

    public Task<GatewayAnswer<GatewayPayment>> RefundAsync(
        string paymentId, string frozenBody, string idempotencyKey, CancellationToken ct) =>
        PaymentAsync(HttpMethod.Post, PathOf(paymentId) + "/refund", FrozenContent.Json(frozenBody), idempotencyKey,
            new CallTrail { Repeatable = false, PaymentId = paymentId, Caller = ct });

    public async Task<GatewayAnswer<ReportStream>> ReportAsync(DateOnly limaDay, CancellationToken ct)
    {
        var day = limaDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var trail = new CallTrail { Repeatable = true, Streamed = true, Caller = ct };
        var (response, end) = await SendAsync<ReportStream>(HttpMethod.Get, "/api/v1/report?date=" + day, null, null, trail);
        if (response is null || trail.Reply is not { Fault: GatewayFault.None })
        {
            response?.Dispose();
            return end ?? CallEnd.Of<ReportStream>(trail);
        }

        var content = new StallGuard(await response.Content.ReadAsStreamAsync(ct), patience.LongestStall);
        return new GatewayAnswer<ReportStream>.Succeeded(new ReportStream(response, content, RowCountOf(response)), trail.Calls);
    }

    private async Task<GatewayAnswer<GatewayPayment>> PaymentAsync(
        HttpMethod method, string path, FrozenContent? body, string? idempotencyKey, CallTrail trail)
    {
        var (response, end) = await SendAsync<GatewayPayment>(method, path, body, idempotencyKey, trail);
        response?.Dispose();
        return end ?? (trail.Reply is { Fault: GatewayFault.None, Payment: { } payment }
            ? new GatewayAnswer<GatewayPayment>.Succeeded(payment, trail.Calls)
            : CallEnd.Of<GatewayPayment>(trail));
    }

    private async Task<(HttpResponseMessage? Response, GatewayAnswer<T>? End)> SendAsync<T>(
        HttpMethod method, string path, FrozenContent? body, string? idempotencyKey, CallTrail trail)
    {
        if (await AddressAsync(trail.Caller) is not { } root)
            return (null, new GatewayAnswer<T>.NotSent(GatewayObstacle.AddressUnknown, trail.Calls));
        using var request = new HttpRequestMessage(method, root + path) { Content = body };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        trail.Follow(request);
        try
        {
            return (await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, trail.Caller), null);
        }
        catch (OperationCanceledException) when (trail.Caller.IsCancellationRequested && trail.Doubt is not null)
        {
            return (null, CallEnd.GaveUp<T>(trail));
        }
        catch (BrokenCircuitException)
        {
            return (null, CallEnd.Without<T>(trail, GatewayObstacle.CircuitOpen));
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException)
        {
            return (null, CallEnd.Without<T>(trail, GatewayObstacle.Unreachable));
        }
    }

    private async Task<string?> AddressAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.CurrentValue.Timeout);
        try
        {
            return await address.WhenKnownAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    // An identifier made of dots would climb out of the path.
    private static string PathOf(string paymentId) =>
        string.IsNullOrWhiteSpace(paymentId) || paymentId.Trim('.').Length == 0
            ? throw new ArgumentException("A payment has an identifier.", nameof(paymentId))
            : $"{Payments}/{Uri.EscapeDataString(paymentId)}";

    private static long? RowCountOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Row-Count", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
}
