using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace PagoConsole.Hosting.Network;

/// <summary>What every answer tells the browser: load and run nothing but ours, be framed by nobody, tell nobody whence you come.</summary>
internal static class SecurityHeaders
{
    // MudBlazor writes its theme into style elements. The API's reference begins with a script in the page.
    private const string Policy =
        "default-src 'self'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly CompositeFormat PolicyFormat = CompositeFormat.Parse(Policy);
    private static readonly string OfPages = string.Format(null, PolicyFormat, "");
    private static readonly string OfReference = string.Format(null, PolicyFormat, " 'unsafe-inline'");

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
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
                headers.ContentSecurityPolicy = PolicyOf(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static string PolicyOf(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ImportMapDefinition>() is { } map)
            return WithImportMap.GetValue(map, map => string.Format(null, PolicyFormat, $" '{HashOf(map)}'"));
        return context.Request.Path.StartsWithSegments("/docs") ? OfReference : OfPages;
    }

    /// <summary>The import map stands in the page itself; its hash lets that one script in and no other.</summary>
    private static string HashOf(ImportMapDefinition map) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.ToString())))}";
}
