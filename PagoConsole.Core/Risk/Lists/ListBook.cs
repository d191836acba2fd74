using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>Which list entries one wants to see.</summary>
/// <param name="Effect">Only these; null for all.</param>
/// <param name="Kind">Only these; null for all.</param>
/// <param name="Search">What an entry names, whole; null for any.</param>
/// <param name="Ended">Also those that expired or were taken off.</param>
public sealed record ListFilter(ListEffect? Effect = null, ListedKind? Kind = null, string? Search = null, bool Ended = false);

/// <summary>One row of the lists.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Shown">What it names, masked for the viewer.</param>
/// <param name="Holds">Whether it holds now.</param>
public sealed record ListRow(ListEntry Entry, string Shown, bool Holds);

/// <summary>The block, review and trust lists.</summary>
public sealed class ListBook(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Entries that are read at most.</summary>
    public const int Most = 500;

    /// <summary>Reads them, newest first.</summary>
    public async Task<Result<IReadOnlyList<ListRow>>> ReadAsync(ListFilter filter, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = db.Set<ListEntry>().AsNoTracking();
        if (filter.Effect is { } effect) entries = entries.Where(e => e.Effect == effect);
        if (filter.Kind is { } kind) entries = entries.Where(e => e.Kind == kind);
        if (!filter.Ended) entries = entries.Where(e => e.RemovedAt == null && (e.ExpiresAt == null || e.ExpiresAt > now));
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var hashes = Enum.GetValues<ListedKind>().Select(k => ListedValue.Of(k, filter.Search) is { } value ? ListKeys.HashOf(k, value) : null)
                .OfType<byte[]>().ToList();
            entries = entries.Where(e => hashes.Contains(e.ValueHash));
        }

        var rows = await entries.OrderByDescending(e => e.CreatedAt).ThenBy(e => e.EntryId).Take(Most).ToListAsync(ct);
        var open = viewer.May(Permission.SeePersonalData);
        return rows.ConvertAll(e => new ListRow(e, open ? e.Value : e.Masked(), e.HoldsAt(now)));
    }
}
