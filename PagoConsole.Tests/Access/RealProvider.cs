using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PagoConsole.Tests.Access;

/// <summary>Somebody at the provider.</summary>
internal sealed record ProvidedUser(string Subject, string Email, string Name, params string[] Groups)
{
    public bool EmailVerified { get; init; } = true;
}

/// <summary>What a provider that cannot be believed does wrong.</summary>
internal enum Lie
{
    None,
    OtherKey,
    OtherNonce,
    OtherAudience,
    Expired,
}

/// <summary>
/// A small OpenID Connect provider on loopback: discovery, published RSA key, authorization code with PKCE, signed id_token. Whoever is
/// <see cref="User"/> is taken as signed in there.
/// </summary>
internal sealed class RealProvider : IAsyncDisposable
{
    public const string ClientId = "pagoconsole";
    public const string ClientSecret = "secret-of-the-console";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "key-1" };
    private readonly RsaSecurityKey forged = new(RSA.Create(2048)) { KeyId = "key-1" };
    private readonly ConcurrentDictionary<string, (ProvidedUser User, string Challenge, string Nonce, string RedirectUri)> codes = new();
    private readonly WebApplication app;

    private RealProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Discover);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", (HttpContext http, CancellationToken _) => TokenAsync(http)); // else taken for a plain handler whose result is not written
    }

    public Uri Address => new(app.Urls.First());

    public ProvidedUser? User { get; set; }

    public Lie Lie { get; set; }

    /// <summary>The console's settings.</summary>
    public string[] Settings =>
    [
        $"--SignIn:OpenIdConnect:Authority={Address.ToString().TrimEnd('/')}", $"--SignIn:OpenIdConnect:ClientId={ClientId}",
        $"--SignIn:OpenIdConnect:ClientSecret={ClientSecret}", "--SignIn:OpenIdConnect:RoleClaim=groups", "--SignIn:OpenIdConnect:Name=Acme",
        "--SignIn:OpenIdConnect:Roles:risk=Analyst", "--SignIn:OpenIdConnect:Roles:treasury=Finance", "--SignIn:OpenIdConnect:Roles:it-admins=admin",
    ];

    public static async Task<RealProvider> StartAsync()
    {
        var provider = new RealProvider();
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Discover() => Results.Json(new
    {
        issuer = Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        jwks_uri = $"{Issuer}/keys",
        response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
        code_challenge_methods_supported = new[] { "S256" },
    });

    private string Issuer => Address.ToString().TrimEnd('/');

    private IResult Keys()
    {
        var web = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
        return Results.Json(new { keys = new[] { new { kty = web.Kty, use = "sig", alg = "RS256", kid = web.Kid, n = web.N, e = web.E } } });
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Contains("openid", StringComparison.Ordinal))
            return Results.BadRequest("not what this provider takes");
        var back = query["redirect_uri"].ToString();
        var state = query["state"].ToString();
        if (User is not { } user) return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state }));
        var code = Base64UrlTextEncoder.Encode(RandomNumberGenerator.GetBytes(24));
        codes[code] = (user, query["code_challenge"].ToString(), query["nonce"].ToString(), back);
        return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = state }));
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        var challenge = Base64UrlTextEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.TryRemove(form["code"].ToString(), out var given) || given.Challenge != challenge || given.RedirectUri != form["redirect_uri"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = TokenOf(given.User, given.Nonce) });
    }

    private string TokenOf(ProvidedUser user, string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var issued = Lie == Lie.Expired ? now.AddHours(-2) : now;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Lie == Lie.OtherAudience ? "somebody-else" : ClientId,
            IssuedAt = issued,
            NotBefore = issued,
            Expires = issued.AddMinutes(5),
            SigningCredentials = new SigningCredentials(Lie == Lie.OtherKey ? forged : key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = user.Subject,
                ["email"] = user.Email,
                ["email_verified"] = user.EmailVerified,
                ["name"] = user.Name,
                ["groups"] = user.Groups,
                ["nonce"] = Lie == Lie.OtherNonce ? "another" : nonce,
            },
        });
    }
}
