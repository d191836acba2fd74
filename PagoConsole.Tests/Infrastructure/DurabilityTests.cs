using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>A kill leaves the page cache, so a kill test passes without durability too: the settings themselves are asserted.</summary>
public abstract class DurabilityTests(StorageProvider provider) : StoreTest(provider)
{
    private const string Pooled = "pooled", SignIn = "sign-in", Write = "write";

    [Theory]
    [InlineData(Pooled)]
    [InlineData(SignIn)]
    [InlineData(Write)]
    public async Task Every_kind_of_connection_commits_to_the_disk(string kind)
    {
        var setting = kind switch
        {
            Write => await Get<Writes>().DoAsync(tx => ReadAsync(tx.Db), Ct),
            SignIn => await ReadScopedAsync(),
            _ => await ReadPooledAsync(),
        };

        Assert.Equal(Provider == StorageProvider.Sqlite ? "2" : "on", setting);
    }

    [Fact]
    public async Task Sqlite_keeps_a_write_ahead_log_and_foreign_keys()
    {
        Assert.SkipUnless(Provider == StorageProvider.Sqlite, "PostgreSQL has both always.");
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);

        Assert.Equal("wal", await ScalarAsync(db, "PRAGMA journal_mode"));
        Assert.Equal("1", await ScalarAsync(db, "PRAGMA foreign_keys"));
        Assert.True(int.Parse((await ScalarAsync(db, "PRAGMA busy_timeout"))!, System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    private async Task<string?> ReadPooledAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await ReadAsync(db);
    }

    private async Task<string?> ReadScopedAsync()
    {
        using var scope = Get<IServiceScopeFactory>().CreateScope();
        return await ReadAsync(scope.ServiceProvider.GetRequiredService<PagoDb>());
    }

    private Task<string?> ReadAsync(PagoDb db) =>
        ScalarAsync(db, Provider == StorageProvider.Sqlite ? "PRAGMA synchronous" : "SHOW synchronous_commit");

    private static async Task<string?> ScalarAsync(PagoDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (db.Database.CurrentTransaction as Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<System.Data.Common.DbTransaction>)?.Instance;
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(Ct))?.ToString();
    }
}

public sealed class SqliteDurabilityTests() : DurabilityTests(StorageProvider.Sqlite);

public sealed class PostgresDurabilityTests() : DurabilityTests(StorageProvider.Postgres);
