using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PagoConsole.Core.Orders;
using PagoConsole.Hosting.Network;

namespace PagoConsole.BuyerPage;

/// <summary>
/// <c>/pay/{token}</c>: what our own books say of an order, whatever the address brings along. Asked again with the tag of what is known, it answers 304.
/// </summary>
internal static class PayEndpoint
{
    private const int TokenLength = 32;
    private const string RetryAfterSeconds = "30";

    private static readonly PagePolicy Policy = new(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "no-referrer");

    public static WebApplicationBuilder AddBuyerPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GuessLimit>();
        return builder;
    }

    public static WebApplication MapBuyerPage(this WebApplication app)
    {
        app.MapGet("/pay/{token}", ShowAsync).AllowAnonymous().WithMetadata(Policy).ExcludeFromDescription();
        return app;
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext http, BuyerView orders, GuessLimit guesses, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        var who = http.Connection.RemoteIpAddress;
        if (!guesses.Lets(who))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Page(null, BuyerState.TooMany, StatusCodes.Status429TooManyRequests);
        }

        var order = IsToken(token) ? await orders.ReadAsync(token, http.RequestAborted) : null;
        if (order is null)
        {
            guesses.Wrong(who);
            return Page(null, BuyerState.Unknown, StatusCodes.Status404NotFound);
        }

        var state = order.StateAt(time.GetUtcNow());
        var tag = TagOf(order, state);
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : Page(order, state, StatusCodes.Status200OK);
    }

    private static RazorComponentResult<PayPage> Page(BuyerOrder? order, BuyerState state, int status) =>
        new(new Dictionary<string, object?> { [nameof(PayPage.Order)] = order, [nameof(PayPage.State)] = state }) { StatusCode = status };

    private static bool IsToken(string token) => token.Length == TokenLength && token.All(char.IsAsciiLetterOrDigit);

    private static string TagOf(BuyerOrder order, BuyerState state)
    {
        var shown = $"{state}|{order.Cip}|{order.ExpiresAt?.ToUnixTimeSeconds()}|{CultureInfo.CurrentUICulture.Name}";
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)).AsSpan(0, 8))}\"";
    }
}
