using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.People;
using PagoConsole.Tests.Hosting;

namespace PagoConsole.Tests.Access;

/// <summary>One console, with an identity provider beside it, and everybody who can call it: nobody, each role, and a key of each scope alone.</summary>
public sealed class AccessHost : IAsyncLifetime
{
    public const string Nobody = "nobody";

    private readonly Dictionary<string, HttpClient> callers = [];
    private readonly List<IDisposable> browsers = [];
    private RealProvider? provider;
    private RunningHost? host;

    internal RealProvider Provider => provider ?? throw new InvalidOperationException("The provider was not started.");

    internal RunningHost Host => host ?? throw new InvalidOperationException("The host was not started.");

    internal IReadOnlyDictionary<string, HttpClient> Callers => callers;

    public async ValueTask InitializeAsync()
    {
        provider = await RealProvider.StartAsync();
        host = await RunningHost.StartAsync(NeverTrustOldCookies, [.. provider.Settings, "--SignIn:RefusedPerMinute=10000", "--SignIn:AdminsNeedSecondFactor=true", "--Serilog:MinimumLevel:Default=Warning"]);
        Add(Nobody, new Browserlike(host));
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await Browserlike.SignedInAsync(host, $"{role}@demo.pe".ToLowerInvariant());
            if (role == Role.Admin) await browser.EnrolAsync(); // before anything else
            Add(role.ToString(), browser);
        }

        var admin = new Actor(ActorKind.Person, "admin", "An admin", RolePermissions.Of(Role.Admin));
        foreach (var scope in ApiScopes.All)
        {
            var issued = await host.Services.GetRequiredService<IssueApiKey>().RunAsync("matrix", new HashSet<Permission> { scope }, admin, CancellationToken.None);
            var browser = new Browserlike(host);
            browser.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issued.Value.Secret);
            Add(ApiScopes.NameOf(scope)!, browser);
        }
    }

    public async ValueTask DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        if (host is not null) await host.DisposeAsync();
        if (provider is not null) await provider.DisposeAsync();
    }

    /// <summary>Every route that the program has, as <c>METHOD route</c>; files are one kind.</summary>
    internal IReadOnlySet<string> Routes() =>
        (from endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
         where endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null
         let file = endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
         let page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
         let route = file ? "<file>" : "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
         from method in page ? ["PAGE"] : Methods(endpoint)
         where !file || method == "GET"
         select $"{method} {route}").ToHashSet();

    /// <summary>A session is looked at on each request, not only when half a minute has passed.</summary>
    private static void NeverTrustOldCookies(WebApplicationBuilder builder) =>
        builder.Services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["ANY"];

    private void Add(string name, Browserlike browser)
    {
        callers[name] = browser.Http;
        browsers.Add(browser);
    }
}

[CollectionDefinition(Name)]
public sealed class AccessCollection : ICollectionFixture<AccessHost>
{
    public const string Name = "Access";
}
