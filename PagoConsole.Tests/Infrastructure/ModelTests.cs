using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Infrastructure;

public sealed class ModelTestsOnSqlite() : ModelTests(StorageProvider.Sqlite);

public sealed class ModelTestsOnPostgres() : ModelTests(StorageProvider.Postgres);

/// <summary>The migrations of a database lead to the model that the program works with.</summary>
public abstract class ModelTests(StorageProvider provider) : StoreTest(provider)
{
    [Fact]
    public async Task No_change_of_the_model_waits_for_a_migration()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
    }
}
