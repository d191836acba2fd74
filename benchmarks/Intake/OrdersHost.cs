using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Hosting.MarketplaceApi;
using PagoConsole.Hosting.MarketplaceApi.Parsing;

namespace PagoConsole.Benchmarks.Intake;

/// <summary>
/// The whole console with one endpoint more: <c>POST /orders</c> as the API has it, with key, scope, limit and parsing, but for PagoEfectivo, who
/// is not called: it answers once the order is durable.
/// </summary>
internal static class OrdersHost
{
    public const string Child = "orders-host-child";
    public const string Path = "/bench/orders";

    public static async Task RunAsync()
    {
        var app = ConsoleApp.Build([]);
        app.MapGroup("/bench").AddEndpointFilter<RouteGroupBuilder, ApiEnvelope>().MapPost("/orders", PlaceAsync).NeedsScope(Permission.ApiOrdersWrite);
        await app.RunAsync();
    }

    private static async Task<IResult> PlaceAsync(HttpContext http, PlaceOrder place, OrderDocuments documents, TimeProvider time, CancellationToken ct)
    {
        var (key, wrongKey) = OrderEndpoints.KeyOf(http);
        if (wrongKey is not null) return wrongKey;
        var (content, problem) = await JsonBody.ReadAsync(http, body => OrderReader.Read(body, time.GetUtcNow()));
        if (content is null) return problem!;
        var taken = await place.TakeAsync(content, key, ApiKeyScheme.CallerOf(http), ct);
        if (!taken.Done) return ApiProblem.Of(taken.Refusal!);
        return OrderEndpoints.Answer(documents.Of(taken.Value.Order!, null, RequestId.Of(http)), StatusCodes.Status201Created);
    }
}
