using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>The reference's front page.</summary>
internal sealed class DescribeDocument : IOpenApiDocumentTransformer
{
    public const string Scheme = "apiKey";

    private const string Front = """
        Between a marketplace and PagoEfectivo: orders are taken in, assessed, and given a payment code that the buyer pays in cash.

        **Conventions.** UTF-8 JSON in camelCase. Instants are RFC 3339 with an offset. Money is a JSON number or text with at most two decimals
        beside an ISO 4217 `currency`. Unknown fields are ignored. A refused request is answered with `application/problem+json` that names
        every field at fault, and a `requestId` to quote. Nothing is half done: a request took effect whole or not at all.

        **Keys.** `Authorization: Bearer <key>`. Keys carry scopes (`orders:write`, `orders:read`, `evidence:read`, `events:write`,
        `events:read`), and can be rotated and revoked. Too many calls of one key: 429 with `Retry-After`.

        **Callbacks.** Every change of an order's state is sent to the marketplace's callback address, at least once and in order for each order,
        signed by the public Standard Webhooks scheme (`webhook-id`, `webhook-timestamp`, `webhook-signature`). Any 2xx is success, 410 gives the
        message up, anything else is tried again for 3 days. The body is `{"type": "order.paid", "timestamp": "…", "data": {"sequence": 3,
        "order": {…}}}` with the order as reading shows it, without its timeline.

        **Live feed.** SignalR hub `/hubs/events?after=N`, scope `events:read`, key as above or as `access_token` in the address. The server invokes
        `events` with `[{"seq", "at", "kind", "orderId", "verdict", "data"}]`: everything after `N`, at least once, without personal data. Come back
        with the last `seq`. Who does not take events in time is disconnected with the reason.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "PagoConsole: marketplace API", Version = "v1", Description = Front };

        // The addresses this process happens to listen on are not the ones that callers use; without any, it is the reference's own.
        document.Servers?.Clear();
        document.AddComponent(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key, issued by an administrator in the console.",
        });
        return Task.CompletedTask;
    }
}
