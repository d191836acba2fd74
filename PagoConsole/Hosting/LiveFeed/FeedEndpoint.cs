using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Hosting.MarketplaceApi;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>The hub <c>/hubs/events?after=N</c>.</summary>
internal static class FeedEndpoint
{
    public const string Path = "/hubs/events";
    private const int LargestMessage = 1024; // programs have nothing to say but the handshake and pings
    private static readonly TimeSpan Sending = TimeSpan.FromSeconds(30);

    public static WebApplicationBuilder AddLiveFeed(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<FeedOptions>(FeedOptions.Section);
        services.AddSignalR()
            .AddHubOptions<EventsHub>(hub => hub.MaximumReceiveMessageSize = LargestMessage)
            .AddJsonProtocol(json =>
            {
                json.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
                json.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            });
        services.AddSingleton(s => new FeedRing(s.GetRequiredService<IOptions<FeedOptions>>().Value.Kept));
        services.AddSingleton<FeedHistory>();
        services.AddSingleton<HubLifetimeManager<EventsHub>, FeedConnections>();
        services.AddHostedService<FeedPump>();
        return builder;
    }

    public static WebApplication MapLiveFeed(this WebApplication app)
    {
        app.MapHub<EventsHub>(Path, connection => connection.TransportSendTimeout = Sending)
            .NeedsScope(Permission.ApiEventsRead)
            .Add(endpoint =>
            {
                var inner = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http => AfterOf(http.Request).Fault is { } fault ? ApiProblem.Invalid([fault]).ExecuteAsync(http) : inner(http);
            });
        return app;
    }

    /// <summary>The number after which a reader wants to begin; null for now.</summary>
    public static (long? Value, FieldFault? Fault) AfterOf(HttpRequest request)
    {
        var asked = request.Query["after"];
        if (asked.Count == 0) return (null, null);
        return asked.Count == 1 && long.TryParse(asked[0], NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? (after, null)
            : (null, new FieldFault("after", "takes the seq of the last event that you have, or 0 for all"));
    }
}
