using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace PagoConsole.Hosting.Network;

/// <summary>What every answer tells the browser: load and run nothing but ours, be framed by nobody, tell nobody whence you come.</summary>
internal static class SecurityHeaders
{
    // MudBlazor writes its theme into style elements and places its popovers by style attributes; there is no way around the latter.
    private const string Policy =
        "default-src 'none'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Features =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), serial=(), usb=()";

    private static readonly CompositeFormat PolicyFormat = CompositeFormat.Parse(Policy);
    private static readonly string Plain = string.Format(null, PolicyFormat, "");
    private static readonly ConditionalWeakTable<ImportMapDefinition, string> WithImportMap = [];

    public static void UseSecurityHeaders(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = Features;
                headers.ContentSecurityPolicy = PolicyOf(context);

                // What somebody saw who was signed in is kept by no cache on the way, nor shown again by the browser after signing out.
                if (headers.CacheControl.Count == 0 && context.User.Identity?.IsAuthenticated == true) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static string PolicyOf(HttpContext context)
    {
        if (context.Features.Get<InlineScripts>() is { } scripts) return string.Format(null, PolicyFormat, string.Concat(scripts.Texts.Select(text => $" '{HashOf(text)}'")));
        return context.GetEndpoint()?.Metadata.GetMetadata<ImportMapDefinition>() is { } map
            ? WithImportMap.GetValue(map, map => string.Format(null, PolicyFormat, $" '{HashOf(map.ToString())}'"))
            : Plain;
    }

    /// <summary>Lets this one script of the page in and no other.</summary>
    private static string HashOf(string script) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}";
}
