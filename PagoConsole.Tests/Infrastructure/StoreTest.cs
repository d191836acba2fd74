using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>
/// Base of tests that run against both databases: write them in an abstract class and derive two sealed ones, one a provider.
/// Each test has a migrated database of its own, a clock of its own and the services that the class registers.
/// </summary>
public abstract class StoreTest(StorageProvider provider) : IAsyncLifetime
{
    private TestStore? store;
    private ServiceProvider? services;

    /// <summary>The clock: 22 November 2026, noon in Lima.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Which database this run is against.</summary>
    protected StorageProvider Provider => provider;

    internal TestStore Store => store ?? throw new InvalidOperationException("The store exists only while a test runs.");

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        store = await TestStore.CloneAsync(provider);
        services = Build();
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The slices that the class tests.</summary>
    protected virtual void Register(IServiceCollection services)
    {
    }

    /// <summary>Settings besides the store's.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    /// <summary>A service of this test.</summary>
    protected T Get<T>()
        where T : notnull => (services ?? throw new InvalidOperationException("Services exist only while a test runs.")).GetRequiredService<T>();

    /// <summary>A second set of services over the same database, as another node or the process after a restart would have.</summary>
    /// <param name="on">Another database; null for the test's own.</param>
    internal ServiceProvider Build(TestStore? on = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection((on ?? Store).Settings).AddInMemoryCollection(Settings).Build();
        var registered = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(Time).AddStorage();
        Register(registered);
        return registered.BuildServiceProvider();
    }
}
