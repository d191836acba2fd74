using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.MarketplaceApi;

namespace PagoConsole.Hosting.Network;

/// <summary>What a caller hears when a request failed that nobody nearer caught: no detail, the id to quote, and whether to come again.</summary>
internal static class Failures
{
    private const string RetryAfterSeconds = "5";

    public static WebApplication UseFailures(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(TellAsync));
        return app;
    }

    private static Task TellAsync(HttpContext context)
    {
        var outage = StoreOutage.Is(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        context.Response.Headers[RequestId.Header] = RequestId.Of(context);
        if (outage) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        if (context.Request.Path.StartsWithSegments("/api")) return (outage ? ApiProblem.Unavailable() : ApiProblem.Failed()).ExecuteAsync(context);
        context.Response.StatusCode = outage ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(WordsFor(context, outage), context.RequestAborted);
    }

    private static string WordsFor(HttpContext context, bool outage)
    {
        // The failure has already left the part of the line that sets the culture.
        CultureInfo.CurrentUICulture = context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? ConsoleCultures.Default;
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<FailureText>>();
        return text[outage ? "StoreOutage" : "Failed", RequestId.Of(context)];
    }
}

/// <summary>Words in <c>FailureText.resx</c>.</summary>
internal sealed class FailureText;
