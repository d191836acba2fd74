using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Audit;

/// <summary>A page of the audit, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Before which number the next page begins; null on the last one.</param>
/// <param name="People">Who did anything, for the filter.</param>
public sealed record AuditEntries(IReadOnlyList<JournalEntry> Entries, long? Next, IReadOnlyList<string> People);

/// <summary>One entry, whole.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Facts">What it says.</param>
/// <param name="Words">What was kept apart because it may be personal, with that masked; empty where nothing was, or it was erased.</param>
/// <param name="Erased">Something was kept apart and was erased since; its digest stays.</param>
/// <param name="Holds">Whether the entry's content still fits its hash.</param>
public sealed record AuditDetail(JournalEntry Entry, IReadOnlyList<AuditFact> Facts, IReadOnlyList<AuditFact> Words, bool Erased, bool Holds);

/// <summary>Who changed what: the journal as an auditor reads it, in pages by key.</summary>
public sealed class AuditLog(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Entries of a page.</summary>
    public const int PageSize = 100;

    private const int MostPeople = 200;

    /// <summary>Reads a page, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only entries before this number.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<AuditEntries>> ReadAsync(AuditFilter filter, long? before, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAudit)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = await PageAsync(db, filter, before, PageSize + 1, ct);
        var people = await db.Set<People.Person>().AsNoTracking().OrderBy(p => p.DisplayName).Select(p => p.DisplayName).Take(MostPeople).ToListAsync(ct);
        return new AuditEntries([.. entries.Take(PageSize)], entries.Count > PageSize ? entries[PageSize - 1].Seq : null, people);
    }

    /// <summary>Reads one entry, whole.</summary>
    public async Task<Result<AuditDetail>> EntryAsync(long seq, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAudit)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<JournalEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Seq == seq, ct) is not { } entry) return RefusalCode.NotFound;
        var kept = entry.PrivateDigest is null
            ? null
            : await db.Set<JournalPrivate>().AsNoTracking().SingleOrDefaultAsync(p => p.Stream == entry.Stream && p.Position == entry.Position, ct);
        var masks = await MasksAsync(db, entry.OrderId, ct);
        return new AuditDetail(
            entry,
            [.. AuditFacts.Of(entry.Data).Select(fact => IsFree(fact) ? fact with { Before = masks.Of(fact.Before), After = masks.Of(fact.After) } : fact)],
            kept is null ? [] : [.. AuditFacts.Of(kept.Text).Select(fact => fact with { Before = masks.Of(fact.Before), After = Shown(fact, masks) })],
            entry.PrivateDigest is not null && kept is null,
            entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash) && (kept is null || JournalPrivate.DigestOf(kept.Salt, kept.Text).AsSpan().SequenceEqual(entry.PrivateDigest)));
    }

    /// <summary>Reads all that fit, page by page, so that no statement stays open.</summary>
    internal async IAsyncEnumerable<JournalEntry> AllAsync(AuditFilter filter, int most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var left = most;
        for (long? before = null; left > 0;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var page = await PageAsync(db, filter, before, Math.Min(1000, left), ct);
            foreach (var entry in page) yield return entry;
            if (page.Count == 0) yield break;
            (before, left) = (page[^1].Seq, left - page.Count);
        }
    }

    private static Task<List<JournalEntry>> PageAsync(PagoDb db, AuditFilter filter, long? before, int most, CancellationToken ct)
    {
        var entries = filter.Of(db.Set<JournalEntry>().AsNoTracking());
        if (before is { } end) entries = entries.Where(e => e.Seq < end);
        return entries.OrderByDescending(e => e.Seq).Take(most).ToListAsync(ct);
    }

    // Whatever a list names or an address is told from, is personal as a whole; in a note only parts may be.
    private static string? Shown(AuditFact fact, FreeWords masks) => fact.Name switch
    {
        "value" => Masking.Tail(fact.After, 3),
        "address" => fact.After is null ? null : Masking.Ip(fact.After),
        _ => masks.Of(fact.After),
    };

    private static bool IsFree(AuditFact fact) => fact.Name.Split('.')[^1] is "reason" or "note" or "message" or "comment" or "title" or "why" or "fileName";

    private static async Task<FreeWords> MasksAsync(PagoDb db, string? orderId, CancellationToken ct)
    {
        if (orderId is null) return FreeWords.OfAnybody;
        var content = await db.Set<OrderContentRow>().AsNoTracking().SingleOrDefaultAsync(c => c.OrderId == orderId, ct);
        var receiver = await db.Set<Intake.Delivery>().Where(d => d.OrderId == orderId).Select(d => d.ReceivedBy).FirstOrDefaultAsync(ct);
        return FreeWords.About(content is null ? [] : [OrderContent.FromJson(content.Json)], receiver);
    }
}
