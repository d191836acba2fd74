using Microsoft.AspNetCore.Authorization;
using PagoConsole.Core.People;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>Leads an admin who must have a second factor to where it is set up, whatever page was asked for. Programs get 403.</summary>
internal static class EnrolFirst
{
    public static Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (!PersonClaims.MustSetUp(context.User) || MayPass(context)) return next(context);
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            context.Response.Redirect(ConsoleUrls.OwnSecondFactor);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool MayPass(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || context.Request.Path == ConsoleUrls.OwnSecondFactor || context.Request.Path == ConsoleUrls.SignOut;
}
