namespace PagoConsole.Hosting.Network;

/// <summary>Of an endpoint whose page needs less than the others: what it may load, and what it tells where its links lead.</summary>
/// <param name="ContentSecurity">The header <c>Content-Security-Policy</c>.</param>
/// <param name="Referrer">The header <c>Referrer-Policy</c>.</param>
internal sealed record PagePolicy(string ContentSecurity, string Referrer);

internal static class PagePolicies
{
    /// <summary>Before the headers that every answer has: who is asked first when an answer starts speaks last.</summary>
    public static WebApplication UsePagePolicies(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<PagePolicy>() is { } own)
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.ContentSecurityPolicy = own.ContentSecurity;
                    context.Response.Headers["Referrer-Policy"] = own.Referrer;
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
        return app;
    }
}
