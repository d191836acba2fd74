using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>Each scope opens its own doors and no other. The contract has no call that issues keys, so they are made beside the console.</summary>
[Collection(ContractCollection.Name)]
public sealed class ScopeTests(ContractConsole contract)
{
    private static readonly Actor Admin =
        new(ActorKind.Person, "admin", "An admin", new HashSet<Permission> { Permission.ManageAccess });

    public static TheoryData<string, string, Permission> Doors => new()
    {
        { "POST", "/api/v1/orders", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/cancel", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/shipment", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/delivery", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/refund", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/dispute", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/label", Permission.ApiOrdersWrite },
        { "POST", "/api/v1/orders/never/information", Permission.ApiOrdersWrite },
        { "GET", "/api/v1/orders/never", Permission.ApiOrdersRead },
        { "POST", "/api/v1/logins", Permission.ApiEventsWrite },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_key_with_every_other_scope_is_403(string method, string path, Permission scope)
    {
        await using var services = Beside();
        var others = await IssueAsync(services, [.. ApiScopes.All.Where(other => other != scope)]);

        await Eventually.BecomesAsync("the new key is known", () => CallAsync(others, method, path), answer => answer.Code != 401);
        (await CallAsync(others, method, path)).ExpectProblem(403);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_key_with_its_scope_passes(string method, string path, Permission scope)
    {
        await using var services = Beside();
        var only = await IssueAsync(services, scope);

        var answer = await Eventually.BecomesAsync("the new key is known", () => CallAsync(only, method, path), answer => answer.Code != 401);

        Assert.True(answer.Code is 400 or 404, $"{answer.Code}: {answer.Body}");
    }

    [Fact]
    public async Task A_revoked_key_is_401()
    {
        await using var services = Beside();
        var issued = (await services.GetRequiredService<IssueApiKey>()
            .RunAsync("to be revoked", new HashSet<Permission> { Permission.ApiOrdersRead }, Admin, TestContext.Current.CancellationToken)).Value;
        await Eventually.BecomesAsync("the new key is known", () => CallAsync(issued.Secret, "GET", "/api/v1/orders/never"), answer => answer.Code == 404);

        await services.GetRequiredService<RevokeApiKey>().RunAsync(issued.Key.KeyId, Admin, TestContext.Current.CancellationToken);

        await Eventually.BecomesAsync("the key is known no more", () => CallAsync(issued.Secret, "GET", "/api/v1/orders/never"), answer => answer.Code == 401);
    }

    private static async Task<string> IssueAsync(ServiceProvider services, params Permission[] scopes) =>
        (await services.GetRequiredService<IssueApiKey>()
            .RunAsync("for a test", scopes.ToHashSet(), Admin, TestContext.Current.CancellationToken)).Value.Secret;

    private ServiceProvider Beside()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Storage:ConnectionString"] = $"Data Source={contract.Console.DatabasePath}" }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System)
            .AddStorage().AddJournal().AddMarketplace().BuildServiceProvider();
    }

    private Task<Answer> CallAsync(string key, string method, string path)
    {
        var address = new Uri(contract.Console.Address, path);
        return method == "GET"
            ? Http.GetAsync(address, ("Authorization", $"Bearer {key}"))
            : Http.PostAsync(address, new JsonObject(), ("Authorization", $"Bearer {key}"));
    }
}
