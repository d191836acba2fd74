using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>That an order met a list entry when it was assessed. Rows are only added, a second behind the assessment whose facts tell it.</summary>
public sealed class ListHit
{
    /// <summary>The entry.</summary>
    public required string EntryId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>When it was assessed.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How often orders met an entry, and when last.</summary>
public sealed class ListFigure
{
    /// <summary>The entry.</summary>
    public required string EntryId { get; init; }

    /// <summary>How often.</summary>
    public required long Hits { get; init; }

    /// <summary>When last.</summary>
    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>An order that met a list entry.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="At">When it was assessed.</param>
public sealed record ListHitOrder(string OrderId, OrderStatus Status, string? Reason, Money Amount, DateTimeOffset At);

/// <summary>The orders that met an entry.</summary>
public sealed class ListHits(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Orders that are read at most.</summary>
    public const int Most = 50;

    /// <summary>Reads the latest of them, newest first.</summary>
    public async Task<Result<IReadOnlyList<ListHitOrder>>> ReadAsync(string entryId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules) || !viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hits = db.Set<ListHit>().AsNoTracking().Where(h => h.EntryId == entryId).OrderByDescending(h => h.At).ThenByDescending(h => h.OrderId).Take(Most);
        return await (
            from hit in hits
            join order in db.Set<Order>() on hit.OrderId equals order.OrderId
            orderby hit.At descending, hit.OrderId descending
            select new ListHitOrder(order.OrderId, order.Status, order.StatusReason, new Money(order.AmountMinor, order.Currency), hit.At)).ToListAsync(ct);
    }
}

/// <summary>Adds to them.</summary>
internal static class AddListHits
{
    private const int AtOnce = 500;

    public static async Task AddListHitsAsync(this WriteScope tx, IReadOnlyList<(string EntryId, string OrderId, DateTimeOffset At)> hits, CancellationToken ct)
    {
        foreach (var part in hits.Distinct().Chunk(AtOnce))
        {
            await tx.Db.ExecuteAsync(
                $"INSERT INTO list_hits (entry_id, order_id, at) VALUES {Sql.Rows(part.Length, 3)} ON CONFLICT (entry_id, order_id) DO NOTHING",
                [.. part.SelectMany(hit => new object[] { hit.EntryId, hit.OrderId, hit.At.ToUnixTimeMilliseconds() })],
                ct);
        }

        foreach (var entry in hits.Distinct().GroupBy(hit => hit.EntryId).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            await tx.Db.ExecuteAsync(
                """
                INSERT INTO list_figures (entry_id, hits, last_at) VALUES (@p0, @p1, @p2) ON CONFLICT (entry_id) DO UPDATE
                SET hits = list_figures.hits + excluded.hits, last_at = CASE WHEN excluded.last_at > list_figures.last_at THEN excluded.last_at ELSE list_figures.last_at END
                """,
                [entry.Key, (long)entry.Count(), entry.Max(hit => hit.At).ToUnixTimeMilliseconds()],
                ct);
        }
    }
}

internal sealed class ListHitTable : IEntityTypeConfiguration<ListHit>
{
    public void Configure(EntityTypeBuilder<ListHit> builder)
    {
        builder.ToTable("list_hits").HasKey(h => new { h.EntryId, h.OrderId });
        builder.Property(h => h.EntryId).HasMaxLength(40);
        builder.Property(h => h.OrderId).HasMaxLength(64);
        builder.HasIndex(h => new { h.EntryId, h.At });
    }
}

internal sealed class ListFigureTable : IEntityTypeConfiguration<ListFigure>
{
    public void Configure(EntityTypeBuilder<ListFigure> builder)
    {
        builder.ToTable("list_figures").HasKey(f => f.EntryId);
        builder.Property(f => f.EntryId).HasMaxLength(40);
    }
}
