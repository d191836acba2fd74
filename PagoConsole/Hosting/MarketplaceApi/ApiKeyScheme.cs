using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>Knows callers by <c>Authorization: Bearer &lt;key&gt;</c>; the live feed also by <c>access_token</c>, as browsers' sockets send no header.</summary>
internal sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyDirectory keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    public const string ScopeClaim = "scope";
    private const string Begin = "Bearer ";
    private const string Hubs = "/hubs";
    private bool storeIsOut;

    /// <summary>The caller of an authenticated request.</summary>
    public static Actor CallerOf(HttpContext http) =>
        http.Features.Get<Actor>() ?? throw new InvalidOperationException("The endpoint asks for no API key.");

    /// <summary>The key that a request presents; null or empty if it presents none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 1 && header[0]!.StartsWith(Begin, StringComparison.OrdinalIgnoreCase)) return header[0]![Begin.Length..].Trim();
        return header.Count == 0 && request.Path.StartsWithSegments(Hubs) ? request.Query["access_token"].ToString() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { Length: > 0 } key) return AuthenticateResult.NoResult();
        try
        {
            return await keys.FindAsync(key, Context.RequestAborted) is { } caller
                ? AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(caller), Name))
                : AuthenticateResult.Fail("There is no such key.");
        }
        catch (Exception failure) when (StoreOutage.Is(failure))
        {
            storeIsOut = true;
            return AuthenticateResult.Fail(failure);
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        (storeIsOut ? ApiProblem.Unavailable() : ApiProblem.NotAuthenticated(KeyOf(Request) is { Length: > 0 })).ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.WrongScope(Context.GetEndpoint()?.Metadata.GetMetadata<ApiScope>()?.Scope).ExecuteAsync(Context);

    private ClaimsPrincipal PrincipalOf(Actor caller)
    {
        Context.Features.Set(caller);
        Claim[] who = [new(ClaimTypes.NameIdentifier, caller.Id), new(ClaimTypes.Name, caller.Name)];
        var scopes = caller.Permissions.Select(scope => new Claim(ScopeClaim, ApiScopes.NameOf(scope)!));
        return new ClaimsPrincipal(new ClaimsIdentity([.. who, .. scopes], Name));
    }
}
