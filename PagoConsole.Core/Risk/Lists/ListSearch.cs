using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>Which entries fit a filter.</summary>
internal static class ListSearch
{
    private const string Escape = "\\";

    /// <summary>What anybody may see of an entry; the others are found by a part only by those who may see all of it.</summary>
    private static readonly ListedKind[] Open = [ListedKind.Account, ListedKind.EmailDomain, ListedKind.Device, ListedKind.IpRange];

    public static IQueryable<ListEntry> Fitting(IQueryable<ListEntry> entries, ListFilter filter, Actor viewer, DateTimeOffset now)
    {
        if (filter.Effect is { } effect) entries = entries.Where(e => e.Effect == effect);
        if (filter.Kind is { } kind) entries = entries.Where(e => e.Kind == kind);
        if (filter.Owner is { } owner) entries = entries.Where(e => e.Owner == owner);
        if (!filter.Ended || filter.EndsSoon) entries = entries.Where(e => e.RemovedAt == null && (e.ExpiresAt == null || e.ExpiresAt > now));
        if (filter.EndsSoon)
        {
            var soon = now + ListBook.Soon;
            entries = entries.Where(e => e.ExpiresAt <= soon);
        }

        return string.IsNullOrWhiteSpace(filter.Search) ? entries : Naming(entries, filter.Search.Trim(), viewer.May(Permission.SeePersonalData));
    }

    // A whole value is sought by its hash, whatever its kind: so a phone is found however it is written, also by who sees it masked.
    private static IQueryable<ListEntry> Naming(IQueryable<ListEntry> entries, string text, bool all)
    {
        var hashes = Enum.GetValues<ListedKind>().Select(kind => ListedValue.Of(kind, text) is { } value ? ListKeys.HashOf(kind, value) : null)
            .OfType<byte[]>().ToList();
        var part = $"%{Plain(text.ToLowerInvariant())}%";
        return entries.Where(e => hashes.Contains(e.ValueHash)
            || EF.Functions.Like(e.Reason.ToLower(), part, Escape) || EF.Functions.Like(e.Owner.ToLower(), part, Escape)
            || ((all || Open.Contains(e.Kind)) && EF.Functions.Like(e.Value.ToLower(), part, Escape)));
    }

    private static string Plain(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
