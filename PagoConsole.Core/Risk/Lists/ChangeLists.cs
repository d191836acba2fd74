using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>Kinds of journal entries about lists; their stream is <c>lists</c>.</summary>
public static class ListEvents
{
    /// <summary>The stream.</summary>
    public const string Stream = "lists";

    /// <summary>Something was put on a list.</summary>
    public const string Added = "list.added";

    /// <summary>Something was taken off a list.</summary>
    public const string Removed = "list.removed";

    /// <summary>A file of entries was gone through; those that it added have entries of their own.</summary>
    public const string Imported = "list.imported";

    /// <summary>Entries left as a file.</summary>
    public const string Exported = "list.exported";
}

/// <summary>Puts somebody or something on a list; orders that come from then on are judged by it.</summary>
public sealed class AddToList(Writes writes)
{
    /// <summary>Puts it there; what stands there already with the same end stays as it is.</summary>
    /// <param name="effect">What being on it means.</param>
    /// <param name="kind">What it names.</param>
    /// <param name="value">What it names, as a person writes it.</param>
    /// <param name="reason">Why; needed.</param>
    /// <param name="expiresAt">Until when; null for no end.</param>
    /// <param name="by">Who answers for it.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<ListEntry>> RunAsync(
        ListEffect effect, ListedKind kind, string value, string reason, DateTimeOffset? expiresAt, Actor by, CancellationToken ct) =>
        writes.RunAsync<ListEntry>(
            async tx =>
            {
                if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
                if (ListedValue.Of(kind, value) is not { } normal) return new Refusal(RefusalCode.Invalid, "value");
                if (string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalCode.NoteNeeded, "reason");
                if (reason.Length > ListEntry.Longest) return new Refusal(RefusalCode.Invalid, "reason");
                if (expiresAt <= tx.Now) return new Refusal(RefusalCode.Invalid, "expiresAt");
                return await tx.PutOnListAsync(effect, kind, normal, reason.Trim(), expiresAt, by, ct);
            },
            ct);
}

/// <summary>Takes something off a list; the entry stays as history.</summary>
public sealed class RemoveFromList(Writes writes)
{
    /// <summary>Takes it off; a second time changes nothing.</summary>
    public Task<Result<ListEntry>> RunAsync(string entryId, Actor by, CancellationToken ct) =>
        writes.RunAsync<ListEntry>(
            async tx =>
            {
                if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<ListEntry>(entryId, ct) is not { } entry) return RefusalCode.NotFound;
                if (entry.RemovedAt is not null) return entry;
                entry.Remove(by.Name, tx.Now);
                tx.Journal(ListEvents.Stream, ListEvents.Removed, by, new { entry.EntryId, entry.Effect, entry.Kind });
                return entry;
            },
            ct);
}
