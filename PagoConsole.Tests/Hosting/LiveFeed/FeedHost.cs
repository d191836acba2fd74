using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.LiveFeed;

/// <summary>Two consoles on one PostgreSQL, or one on SQLite: what happens at the first is heard at the second.</summary>
public abstract class FeedHost(StorageProvider provider) : IAsyncLifetime
{
    private static readonly Actor By = Actor.Job("test");

    private static readonly Actor Admin = new(ActorKind.Person, "admin", "An admin", new HashSet<Permission> { Permission.ManageAccess });

    private TestStore? store;
    private RunningHost? first;
    private RunningHost? second;

    internal RunningHost First => first ?? throw new InvalidOperationException("It was not started.");

    internal RunningHost Second => second ?? First;

    internal Uri Address => Second.Http.BaseAddress!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.CloneAsync(provider);
        string[] settings = [.. store.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Feed:SlowSeconds=1"];
        first = await RunningHost.StartAsync(null, settings);
        if (provider == StorageProvider.Postgres) second = await RunningHost.StartAsync(null, settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (second is not null) await second.DisposeAsync();
        if (first is not null) await first.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Something happens to an order at the first console.</summary>
    internal Task HappenAsync(string orderId, string kind = "order.paid", string details = "") => First.Services.GetRequiredService<Writes>().DoAsync(
        tx =>
        {
            tx.Journal($"order/{orderId}", kind, By, new { details }, orderId);
            return Task.CompletedTask;
        },
        Ct);

    internal async Task<IssuedKey> IssueAsync(params Permission[] scopes) =>
        (await First.Services.GetRequiredService<IssueApiKey>().RunAsync("for a test", scopes.ToHashSet(), Admin, Ct)).Value;

    internal Task RevokeAsync(string keyId) => First.Services.GetRequiredService<RevokeApiKey>().RunAsync(keyId, Admin, Ct);
}

public sealed class SqliteFeed() : FeedHost(StorageProvider.Sqlite);

public sealed class PostgresFeed() : FeedHost(StorageProvider.Postgres);
