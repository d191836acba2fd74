using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Provider;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>Signing in through an OpenID Connect provider: authorization code with PKCE, its word on roles by a claim.</summary>
internal static class ProviderSignIn
{
    public const string Scheme = "provider";
    private const string Callback = "/sign-in/provider/callback";

    public static WebApplicationBuilder AddProviderSignIn(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection($"{SigningInOptions.Section}:{nameof(SigningInOptions.OpenIdConnect)}");
        if (string.IsNullOrWhiteSpace(section[nameof(ProviderOptions.Authority)])) return builder;
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
        builder.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<SigningInOptions>>((options, signIn) => Set(options, signIn.Value.OpenIdConnect));
        return builder;
    }

    /// <summary>The way there, and the way back after the provider's answer was checked.</summary>
    public static void MapProviderSignIn(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<IOptions<SigningInOptions>>().Value.OpenIdConnect.Configured) return;
        app.MapGet(ConsoleUrls.SignInProvider, (string? returnUrl) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = $"{ConsoleUrls.SignInProviderDone}?{ConsoleUrls.ReturnUrlParameter}={Uri.EscapeDataString(LocalUrl.OrHome(returnUrl))}" },
            [Scheme])).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(ConsoleUrls.SignInProviderDone, FinishAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> FinishAsync(HttpContext context, SignInDoor door, IOptions<SigningInOptions> options, string? returnUrl)
    {
        var answer = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (answer.Principal is not { } principal || WhoIs(principal, options.Value.OpenIdConnect) is not { } provided) return Results.LocalRedirect(ConsoleUrls.SignIn);
        var done = await door.ProviderAsync(context, provided);
        return Results.LocalRedirect(done.Outcome == SignInOutcome.SignedIn ? LocalUrl.OrHome(returnUrl) : ConsoleUrls.SignInRefused(done.Outcome.ToString()));
    }

    private static ProvidedPerson? WhoIs(ClaimsPrincipal principal, ProviderOptions options)
    {
        if (principal.FindFirstValue("iss") is not { } issuer || principal.FindFirstValue("sub") is not { } subject) return null;

        // An address that the provider has not verified could be anybody's.
        var verified = string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        var values = principal.FindAll(options.RoleClaim).Select(claim => claim.Value);
        return new ProvidedPerson(issuer, subject, verified ? principal.FindFirstValue("email") : null, principal.FindFirstValue("name"), options.RolesOf(values));
    }

    private static void Set(OpenIdConnectOptions options, ProviderOptions provider)
    {
        options.Authority = provider.Authority;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.RequireHttpsMetadata = provider.Authority?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // so that Lax cookies are enough
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = provider.AskUserInfo;
        if (provider.AskUserInfo) options.ClaimActions.MapJsonKey(provider.RoleClaim, provider.RoleClaim);
        options.ClaimActions.Remove("iss"); // removed by default; who is meant is known by issuer and subject together
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.CallbackPath = Callback;
        options.RemoteSignOutPath = PathString.Empty;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // what must be secure besides is said by CookieRules
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = provider.RoleClaim;
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email", .. provider.Scopes]) options.Scope.Add(scope);
        options.Events.OnRemoteFailure = async failed =>
        {
            await failed.HttpContext.RequestServices.GetRequiredService<SignInDoor>().ProviderFailedAsync(failed.HttpContext);
            failed.Response.Redirect(ConsoleUrls.SignInRefused(nameof(SignInOutcome.ProviderFailed)));
            failed.HandleResponse();
        };
    }
}
