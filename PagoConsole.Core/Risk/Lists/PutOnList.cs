using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>The one way in which something comes to stand on a list.</summary>
internal static class PutOnList
{
    /// <summary>What whoever puts the same there waits for.</summary>
    public static string NameOf(ListedKind kind, string normal) => $"list:{kind}:{normal}";

    /// <summary>Puts it there; what stands there already with the same end stays as it is.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="effect">What being on it means.</param>
    /// <param name="kind">What it names.</param>
    /// <param name="normal">What it names, in its normal form.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expiresAt">Until when; null for no end.</param>
    /// <param name="by">Who answers for it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ListEntry> PutOnListAsync(
        this WriteScope tx, ListEffect effect, ListedKind kind, string normal, string reason, DateTimeOffset? expiresAt, Actor by, CancellationToken ct)
    {
        var hash = ListKeys.HashOf(kind, normal);
        await tx.LockNamesAsync([NameOf(kind, normal)], ct);
        var there = await tx.Db.Set<ListEntry>().Where(e => e.ValueHash == hash && e.Effect == effect && e.RemovedAt == null).ToListAsync(ct);
        if (there.FirstOrDefault(e => e.HoldsAt(tx.Now) && e.ExpiresAt == expiresAt) is { } same) return same;
        var entry = new ListEntry
        {
            EntryId = Ids.New("lst", tx.Now),
            Effect = effect,
            Kind = kind,
            Value = normal,
            ValueHash = hash,
            Reason = reason,
            Owner = by.Name,
            CreatedAt = tx.Now,
            ExpiresAt = expiresAt,
        };
        tx.Db.Add(entry);
        tx.Journal(ListEvents.Stream, ListEvents.Added, by, new { entry.EntryId, effect, kind, expiresAt }, null, new { value = normal, reason = entry.Reason });
        return entry;
    }
}
