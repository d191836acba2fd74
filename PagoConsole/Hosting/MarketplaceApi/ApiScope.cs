using Microsoft.AspNetCore.Authorization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>The scope that an endpoint needs; the policy of its name asks for it, of API keys only.</summary>
internal sealed record ApiScope(string Scope)
{
    public static string PolicyOf(Permission scope) => $"api:{ApiScopes.NameOf(scope)}";

    public static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var scope in ApiScopes.All)
        {
            options.AddPolicy(PolicyOf(scope), policy => policy
                .AddAuthenticationSchemes(ApiKeyScheme.Name)
                .RequireAuthenticatedUser()
                .RequireClaim(ApiKeyScheme.ScopeClaim, ApiScopes.NameOf(scope)!));
        }
    }
}

internal static class ApiScopeEndpoints
{
    /// <summary>Only for API keys with this scope.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoint, Permission scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(ApiScope.PolicyOf(scope)).WithMetadata(new ApiScope(ApiScopes.NameOf(scope)!));
}
