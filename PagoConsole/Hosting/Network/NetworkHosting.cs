using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.Network;

/// <summary>What lies between us and a caller: proxies whose word is taken, TLS, and what we ask of browsers.</summary>
internal static class NetworkHosting
{
    public static WebApplicationBuilder AddNetwork(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<NetworkOptions>(NetworkOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<NetworkOptions>, CheckNetwork>();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<NetworkOptions>>((forwarded, network) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null; // as far as the proxies are ours
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in network.Value.TrustedProxies)
                if (NetworkOptions.TryParse(proxy, out var known)) forwarded.KnownIPNetworks.Add(known);
        });
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        return builder;
    }

    /// <summary>First in the line: everybody behind sees the caller as it is.</summary>
    public static WebApplication UseNetwork(this WebApplication app)
    {
        // Without a known network the framework would believe everybody.
        if (app.Services.GetRequiredService<IOptions<NetworkOptions>>().Value.TrustedProxies.Length > 0) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        InlineScripts.UseInlineScripts(app, "/docs");
        app.UseCookieRules();
        app.UseHsts(); // only over https, and never for localhost
        if (HasHttps(app.Configuration)) app.UseWhen(IsToBeMoved, moved => moved.UseHttpsRedirection());
        return app;
    }

    private static bool HasHttps(IConfiguration settings) =>
        IsHttps(settings[WebHostDefaults.ServerUrlsKey])
        || !string.IsNullOrWhiteSpace(settings[WebHostDefaults.HttpsPortsKey])
        || settings.GetSection("Kestrel:Endpoints").GetChildren().Any(endpoint => IsHttps(endpoint["Url"]));

    private static bool IsHttps(string? addresses) => addresses?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>We call ourselves over plain http, and so do probes.</summary>
    private static bool IsToBeMoved(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(Cidr.Plain(caller))
        && !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/metrics");
}
