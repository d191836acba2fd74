using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>The id of a request, to quote to support: in the answer's body and in its header.</summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";
    private static readonly object Key = new();

    /// <summary>The request's id, made when it is first asked for.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Items[Key] is string known) return known;
        var id = Ids.New("req", http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        http.Items[Key] = id;
        http.Response.Headers[Header] = id;
        return id;
    }
}
