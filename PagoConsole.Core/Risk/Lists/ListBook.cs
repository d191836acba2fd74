using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>Which list entries one wants to see.</summary>
/// <param name="Effect">Only these; null for all.</param>
/// <param name="Kind">Only these; null for all.</param>
/// <param name="Search">What an entry names, whole, or a part of its reason, its owner or of what one may see; null for any.</param>
/// <param name="Ended">Also those that expired or were taken off.</param>
/// <param name="Owner">Only what this person answers for; null for all.</param>
/// <param name="EndsSoon">Only what ends within <see cref="ListBook.Soon"/>.</param>
public sealed record ListFilter(
    ListEffect? Effect = null, ListedKind? Kind = null, string? Search = null, bool Ended = false, string? Owner = null, bool EndsSoon = false);

/// <summary>One row of the lists.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Shown">What it names, masked unless somebody said why they need it whole.</param>
/// <param name="Holds">Whether it holds now.</param>
/// <param name="Hits">How many orders met it.</param>
/// <param name="LastHit">When the last one did.</param>
public sealed record ListRow(ListEntry Entry, string Shown, bool Holds, long Hits, DateTimeOffset? LastHit);

/// <summary>Where a page of the lists ends, and the next begins.</summary>
/// <param name="CreatedAt">When its last entry was made.</param>
/// <param name="EntryId">Its id.</param>
public sealed record ListCursor(DateTimeOffset CreatedAt, string EntryId);

/// <summary>A page of the lists, newest first.</summary>
/// <param name="Rows">The entries.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Total">How many fit the filter on all pages.</param>
/// <param name="Owners">Who answers for entries that hold.</param>
public sealed record ListPage(IReadOnlyList<ListRow> Rows, ListCursor? Next, int Total, IReadOnlyList<string> Owners);

/// <summary>The block, review and trust lists.</summary>
public sealed class ListBook(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Entries of a page.</summary>
    public const int PageSize = 100;

    /// <summary>Owners that are named at most.</summary>
    public const int MostOwners = 100;

    /// <summary>What ends within this time ends soon.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Reads a page, newest first.</summary>
    public async Task<Result<ListPage>> ReadAsync(ListFilter filter, ListCursor? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var fitting = ListSearch.Fitting(db.Set<ListEntry>().AsNoTracking(), filter, viewer, now);
        var (rows, next) = await PageAsync(db, fitting, after, whole: false, now, ct);
        var owners = await db.Set<ListEntry>().Where(e => e.RemovedAt == null && (e.ExpiresAt == null || e.ExpiresAt > now))
            .Select(e => e.Owner).Distinct().OrderBy(owner => owner).Take(MostOwners).ToListAsync(ct);
        return new ListPage(rows, next, await fitting.CountAsync(ct), owners);
    }

    /// <summary>Reads all that fit, page by page, so that no statement stays open.</summary>
    internal async IAsyncEnumerable<ListRow> AllAsync(
        ListFilter filter, Actor viewer, bool whole, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var now = time.GetUtcNow();
        ListCursor? after = null;
        do
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var (rows, next) = await PageAsync(db, ListSearch.Fitting(db.Set<ListEntry>().AsNoTracking(), filter, viewer, now), after, whole, now, ct);
            foreach (var row in rows) yield return row;
            after = next;
        }
        while (after is not null);
    }

    private static async Task<(IReadOnlyList<ListRow> Rows, ListCursor? Next)> PageAsync(
        PagoDb db, IQueryable<ListEntry> entries, ListCursor? after, bool whole, DateTimeOffset now, CancellationToken ct)
    {
        if (after is not null)
            entries = entries.Where(e => e.CreatedAt < after.CreatedAt || (e.CreatedAt == after.CreatedAt && string.Compare(e.EntryId, after.EntryId) < 0));
        var page = await entries.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.EntryId).Take(PageSize + 1).ToListAsync(ct);
        var shown = page.Take(PageSize).ToList();
        var ids = shown.ConvertAll(e => e.EntryId);
        var figures = await db.Set<ListFigure>().AsNoTracking().Where(f => ids.Contains(f.EntryId)).ToDictionaryAsync(f => f.EntryId, ct);
        var rows = shown.ConvertAll(e => figures.TryGetValue(e.EntryId, out var figure)
            ? new ListRow(e, whole ? e.Value : e.Masked(), e.HoldsAt(now), figure.Hits, figure.LastAt)
            : new ListRow(e, whole ? e.Value : e.Masked(), e.HoldsAt(now), 0, null));
        return (rows, page.Count > PageSize ? new(shown[^1].CreatedAt, shown[^1].EntryId) : null);
    }
}
