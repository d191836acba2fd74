using Microsoft.AspNetCore.Http.Features;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>
/// The order id of a call, decoded exactly once. The server leaves <c>%2F</c> in a route value as it is, so that an id with a slash could
/// not be told from one with the text "%2F"; the request line still can.
/// </summary>
internal static class OrderIdInPath
{
    private const string Before = "/api/v1/orders/";

    public static string Of(HttpContext http)
    {
        var path = http.Features.Get<IHttpRequestFeature>()?.RawTarget.Split('?', 2)[0] ?? "";
        var begin = path.IndexOf(Before, StringComparison.OrdinalIgnoreCase);
        if (begin < 0) return (string)http.GetRouteValue("orderId")!;
        return Uri.UnescapeDataString(path[(begin + Before.Length)..].Split('/', 2)[0]);
    }
}
