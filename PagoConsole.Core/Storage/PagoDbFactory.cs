using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Storage.Postgres;
using PagoConsole.Core.Storage.Sqlite;

namespace PagoConsole.Core.Storage;

/// <summary>Makes contexts of whichever database is configured; pooled, so dispose them.</summary>
internal sealed class PagoDbFactory : IDbContextFactory<PagoDb>
{
    private readonly Func<PagoDb> pooled;
    private readonly Func<PagoDb> fresh;

    public PagoDbFactory(IOptions<StorageOptions> options)
    {
        var storage = options.Value;
        Provider = storage.Provider;
        ConnectionString = Provider == StorageProvider.Sqlite ? SqliteConnectionString(storage) : storage.ConnectionString;
        (pooled, fresh) = Provider switch
        {
            StorageProvider.Sqlite => Makers(
                new DbContextOptionsBuilder<SqlitePagoDb>().UseSqlite(ConnectionString).AddInterceptors(SqlitePragmas.Instance).Options,
                o => new PooledDbContextFactory<SqlitePagoDb>(o).CreateDbContext,
                o => new SqlitePagoDb(o)),
            StorageProvider.Postgres => Makers(
                new DbContextOptionsBuilder<PostgresPagoDb>().UseNpgsql(ConnectionString).Options,
                o => new PooledDbContextFactory<PostgresPagoDb>(o).CreateDbContext,
                o => new PostgresPagoDb(o)),
        };
    }

    public StorageProvider Provider { get; }

    public string ConnectionString { get; }

    public Dialect Dialect => Provider switch
    {
        StorageProvider.Sqlite => Dialect.Sqlite,
        StorageProvider.Postgres => Dialect.Postgres,
    };

    public PagoDb CreateDbContext() => pooled();

    /// <summary>A context outside the pool, for those who keep settings of their own on it.</summary>
    public PagoDb CreateUnpooled() => fresh();

    private static (Func<PagoDb> Pooled, Func<PagoDb> Fresh) Makers<TDb>(
        DbContextOptions<TDb> options, Func<DbContextOptions<TDb>, Func<TDb>> pool, Func<DbContextOptions<TDb>, TDb> fresh)
        where TDb : PagoDb
    {
        var fromPool = pool(options);
        return (() => fromPool(), () => fresh(options));
    }

    private static string SqliteConnectionString(StorageOptions storage)
    {
        var builder = new SqliteConnectionStringBuilder(storage.ConnectionString) { DefaultTimeout = SqlitePragmas.BusySeconds };
        if (builder.DataSource is ":memory:" or "") return builder.ToString();
        builder.DataSource = storage.DataFolder is not null && builder.DataSource == "data/pago.db"
            ? Path.Combine(storage.DataRoot, "pago.db")
            : Path.GetFullPath(builder.DataSource, StorageOptions.Home);
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        return builder.ToString();
    }
}
