using System.Text;
using System.Text.RegularExpressions;

namespace PagoConsole.Hosting.Network;

/// <summary>The scripts that stand in a page which a package writes, so that the policy can name them by hash and forbid all others.</summary>
internal sealed partial record InlineScripts(IReadOnlyList<string> Texts)
{
    /// <summary>Holds answers below a path back until their scripts are known. For small pages of packages only.</summary>
    public static void UseInlineScripts(WebApplication app, string path) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(path), below => below.Use(ReadAsync));

    private static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            context.Features.Set(new InlineScripts([.. Script().Matches(Encoding.UTF8.GetString(held.GetBuffer(), 0, (int)held.Length)).Select(match => match.Groups[1].Value)]));
        held.Position = 0;
        await held.CopyToAsync(wire, context.RequestAborted);
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
