using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Primitives;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Evidence.Packs;
using PagoConsole.Hosting.MarketplaceApi.Documentation;
using PagoConsole.Hosting.MarketplaceApi.Parsing;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>Placing an order, and reading one.</summary>
internal static class OrderEndpoints
{
    public const string KeyHeader = "Idempotency-Key";
    public const int LongestKey = 128;
    private static readonly Counter<long> Placed = Measuring.Counter("pago.orders.placed", "order", "Orders that were taken in, by what was decided");

    public static void MapOrders(this RouteGroupBuilder api)
    {
        api.MapPost("/orders", PlaceAsync).NeedsScope(Permission.ApiOrdersWrite).Describe(ApiDocs.PlaceOrder);
        api.MapGet("/orders/{orderId}", ReadAsync).NeedsScope(Permission.ApiOrdersRead).Describe(ApiDocs.ReadOrder);
        api.MapGet("/orders/{orderId}/evidence", EvidenceAsync).NeedsScope(Permission.ApiEvidenceRead).Describe(ApiDocs.ReadEvidence);
    }

    /// <summary>The key by which a caller marks repeats.</summary>
    public static (string? Key, ApiProblem? Problem) KeyOf(HttpContext http)
    {
        var header = http.Request.Headers[KeyHeader];
        if (StringValues.IsNullOrEmpty(header)) return (null, null);
        return header is [{ Length: > 0 and <= LongestKey } key]
            ? (key, null)
            : (null, ApiProblem.Invalid([new FieldFault(KeyHeader, $"takes one value of at most {LongestKey} characters")]));
    }

    /// <summary>The order as an answer.</summary>
    public static IResult Answer(OrderDocument document, int status = StatusCodes.Status200OK) =>
        Results.Json(document, OrderDocument.Json, "application/json", status);

    private static async Task<IResult> PlaceAsync(HttpContext http, PlaceOrder place, TimeProvider time, CancellationToken ct)
    {
        var (key, wrongKey) = KeyOf(http);
        if (wrongKey is not null) return wrongKey;
        var (content, problem) = await JsonBody.ReadAsync(http, body => OrderReader.Read(body, time.GetUtcNow()));
        if (content is null) return problem!;
        using var step = OrderTrace.Begin("order.place", content.OrderId, ActivityKind.Server);
        OrderTrace.Names(content.OrderId);
        var placed = await place.RunAsync(content, key, ApiKeyScheme.CallerOf(http), RequestId.Of(http), ct);
        if (!placed.Done) return ApiProblem.Of(placed.Refusal!);
        Placed.Count(1, ("status", placed.Value.Repeated ? "Repeated" : placed.Value.Document.Status.ToString()));
        if (placed.Value.Repeated) return Answer(placed.Value.Document);
        http.Response.Headers.Location = $"/api/v1/orders/{Uri.EscapeDataString(content.OrderId)}";
        return Answer(placed.Value.Document, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, OrderDocuments documents, OrderTimeline timeline, CancellationToken ct)
    {
        var orderId = OrderIdInPath.Of(http);
        if (await documents.ReadAsync(orderId, RequestId.Of(http), ct) is not { } document)
            return ApiProblem.Of(new Refusal(RefusalCode.UnknownOrder));
        var entries = await timeline.ReadAsync(orderId, ct);
        return Answer(document with { Timeline = [.. entries.Select(TimelineWords.Of)] });
    }

    private static async Task<IResult> EvidenceAsync(HttpContext http, MakePack make, CancellationToken ct)
    {
        var made = await make.RunAsync(new PackRequest(OrderIdInPath.Of(http)), ApiKeyScheme.CallerOf(http), ct);
        return made.Done ? PackDownloads.Give(http.Response, made.Value, ct) : ApiProblem.Of(made.Refusal!);
    }
}
