using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.People;

/// <summary>People over a real store.</summary>
public abstract class PeopleTest(StorageProvider provider) : StoreTest(provider)
{
    protected override void Register(IServiceCollection services) => services.AddJournal().AddSingleton<ISeal, PlainSeal>().AddPeople();

    /// <summary>Runs something with services of a request of its own.</summary>
    private protected async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> run)
        where TService : notnull
    {
        await using var scope = Get<IServiceScopeFactory>().CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private protected Task<Person?> FindAsync(string email) => InScopeAsync<UserManager<Person>, Person?>(people => people.FindByNameAsync(email));

    private protected Task SeedAsync() => InScopeAsync<SeedDemoPeople, bool>(async seed =>
    {
        await seed.RunAsync(Ct);
        return true;
    });

    private protected async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<T>().AsNoTracking().ToListAsync(Ct);
    }
}
