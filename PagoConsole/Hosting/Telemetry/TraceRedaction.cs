using System.Diagnostics;
using OpenTelemetry;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>
/// Takes out of every trace what it must not carry, before it is sent: paths and query strings hold tokens (a buyer's page, the hub's
/// <c>access_token</c>, the secret address of somebody's webhook), and the browser and address of a caller are the caller's.
/// </summary>
internal sealed class TraceRedaction : BaseProcessor<Activity>
{
    private static readonly string[] Private = ["url.query", "http.url", "http.target", "user_agent.original", "http.user_agent", "client.address", "http.client_ip", "network.peer.address", "net.sock.peer.addr"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Private)
            if (data.GetTagItem(name) is not null) data.SetTag(name, null);
        if (data.GetTagItem("url.path") is not null) data.SetTag("url.path", data.GetTagItem("http.route") is string route ? $"/{route.TrimStart('/')}" : null);
        if (data.GetTagItem("url.full") is string full) data.SetTag("url.full", OriginOf(full));
        if (data.Source.Name is not (OrderTrace.Name or WorkMeasures.TraceName)) data.DisplayName = NameOf(data);
    }

    private static string? OriginOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;

    private static string NameOf(Activity data) =>
        data.GetTagItem("http.request.method") is not string method ? data.OperationName
        : data.GetTagItem("http.route") is string route ? $"{method} /{route.TrimStart('/')}" : method;
}
