using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using PagoConsole.Hosting.MarketplaceApi.Documentation;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>The API of the marketplace, <c>/api/v1</c>, and its reference.</summary>
internal static class MarketplaceApiRegistration
{
    /// <summary>Adds what the API's endpoints need: callers by key, their scopes and their limit.</summary>
    public static WebApplicationBuilder AddMarketplaceApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, configureOptions: null);
        builder.Services.AddAuthorization();
        builder.Services.Configure<AuthorizationOptions>(ApiScope.AddPolicies);
        builder.Services.AddSingleton<ApiRateLimit>();
        builder.Services.AddApiReference();
        return builder;
    }

    /// <summary>Maps the API, a problem for every other path below <c>/api</c>, and the reference.</summary>
    public static WebApplication MapMarketplaceApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<RouteGroupBuilder, ApiEnvelope>();
        api.MapOrders();
        api.MapEvents();
        app.MapWrongMethods();
        app.MapFallback("/api/{**rest}", () => ApiProblem.NoSuchPath()).AllowAnonymous().ExcludeFromDescription();
        app.MapApiReference();
        return app;
    }

    // Without these another method on a path that exists would be taken for a path that does not.
    private static void MapWrongMethods(this WebApplication app)
    {
        string[] posts = ["/orders", "/logins", .. from verb in ApiDocs.OrderVerbs select $"/orders/{{orderId}}/{verb}"];
        foreach (var path in posts) WrongMethod(path, HttpMethods.Post);
        WrongMethod("/orders/{orderId}", HttpMethods.Get);
        WrongMethod("/orders/{orderId}/evidence", HttpMethods.Get);

        void WrongMethod(string path, string allowed) =>
            app.Map($"/api/v1{path}", () => ApiProblem.WrongMethod(allowed)).AllowAnonymous().ExcludeFromDescription();
    }
}
