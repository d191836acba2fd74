using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Benchmarks.Receiving;

/// <summary>A delivery as the baselines keep it: the columns and the indexes that the door's own table needs.</summary>
internal sealed class BaselineReceipt
{
    public long Id { get; init; }

    public required string EventId { get; init; }

    public required string Type { get; init; }

    public required string PaymentId { get; init; }

    public required long ReceivedAt { get; init; }

    public required byte[] Body { get; init; }

    public required byte[] BodyHash { get; init; }

    public required string Headers { get; init; }

    public required string State { get; init; }
}

/// <summary>The store of the EF baseline: pooled contexts, WAL and FULL as ours.</summary>
internal sealed class BaselineDb(DbContextOptions<BaselineDb> options) : DbContext(options)
{
    /// <summary>A file's path is SQLite's, anything else a connection string of PostgreSQL's.</summary>
    public static void AddTo(IServiceCollection services, string store) => services.AddDbContextPool<BaselineDb>(options => _ = store.StartsWith('/')
        ? options.UseSqlite($"Data Source={store};Default Timeout=30").AddInterceptors(new Durable())
        : options.UseNpgsql(store));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var receipts = modelBuilder.Entity<BaselineReceipt>().ToTable("receipts");
        receipts.HasIndex(r => r.EventId).IsUnique();
        receipts.HasIndex(r => new { r.State, r.Id });
        receipts.HasIndex(r => new { r.State, r.PaymentId, r.Id });
    }

    private sealed class Durable : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
