using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>Whose data, or seen by whom.</summary>
/// <param name="OrderId">Of this order.</param>
/// <param name="Person">Of this person.</param>
/// <param name="Actor">Seen by this colleague, by name.</param>
/// <param name="Files">Only files that were taken; false for what was shown; null for both.</param>
public sealed record AccessFilter(string? OrderId = null, SoughtPerson? Person = null, string? Actor = null, bool? Files = null);

/// <summary>That somebody came to see personal data.</summary>
/// <param name="Entry">The entry of the journal.</param>
/// <param name="Reason">Why, as they wrote it, with what is personal in it masked; null where none was asked for, or it was erased.</param>
public sealed record AccessRow(JournalEntry Entry, string? Reason);

/// <summary>A page of the log, newest first.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Before which number the next page begins; null on the last one.</param>
/// <param name="Cut">The person has so many orders that only the newest were looked at.</param>
public sealed record AccessRows(IReadOnlyList<AccessRow> Rows, long? Next, bool Cut);

/// <summary>Who saw whose personal data, when and why: read from the journal, which is where it was written when it happened.</summary>
public sealed class AccessLog(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Orders of a person that are looked at.</summary>
    public const int MostOrders = 500;

    private const int MostExports = 2000;

    /// <summary>Reads a page.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only entries before this number.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<AccessRows>> ReadAsync(AccessFilter filter, long? before, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAudit)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var kinds = filter.Files switch { true => AccessKinds.Taken, false => AccessKinds.Shown, null => AccessKinds.All };
        var entries = db.Set<JournalEntry>().Where(e => kinds.Contains(e.Kind) && EF.Functions.Like(e.Actor, "person:%"));
        var cut = false;
        if (filter.OrderId is not null || filter.Person is not null)
        {
            var (streams, hashes, more) = await SubjectAsync(db, filter, ct);
            var taken = await NamingAsync(db, hashes, ct);
            entries = entries.Where(e => streams.Contains(e.Stream) || taken.Contains(e.Seq));
            cut = more;
        }

        if (filter.Actor is { } actor) entries = entries.Where(e => e.Actor == $"person:{actor}");
        if (before is { } end) entries = entries.Where(e => e.Seq < end);
        var page = await entries.OrderByDescending(e => e.Seq).Take(PageSize + 1).ToListAsync(ct);
        var rows = page.Take(PageSize).ToList();
        var reasons = await ReasonsAsync(db, rows, ct);
        return new AccessRows(
            rows.ConvertAll(e => new AccessRow(e, FreeWords.OfAnybody.Of(reasons.GetValueOrDefault((e.Stream, e.Position)) ?? ReasonIn(e.Data)))),
            page.Count > PageSize ? rows[^1].Seq : null,
            cut);
    }

    // An order is found by itself and by its account, a person by their orders; exports that name a person by hash are found by both.
    private static async Task<(List<string> Streams, HashSet<string> Hashes, bool More)> SubjectAsync(PagoDb db, AccessFilter filter, CancellationToken ct)
    {
        var identifiers = db.Set<OrderIdentifier>();
        if (filter.OrderId is { } orderId)
        {
            var of = await identifiers.Where(i => i.OrderId == orderId).Select(i => new { i.ValueHash, i.AccountId }).ToListAsync(ct);
            return (
                [Order.StreamOf(orderId), .. of.Select(i => AccountEvents.StreamOf(i.AccountId)).Distinct()],
                [.. of.Select(i => Convert.ToHexStringLower(i.ValueHash))],
                false);
        }

        var person = filter.Person!;
        var orders = new List<(string OrderId, string AccountId)>();
        foreach (var hash in person.Hashes)
        {
            var found = await identifiers.Where(i => i.Kind == person.Kind && i.ValueHash == hash).OrderByDescending(i => i.PlacedAt)
                .Take(MostOrders + 1).Select(i => new { i.OrderId, i.AccountId }).ToListAsync(ct);
            orders.AddRange(found.Select(i => (i.OrderId, i.AccountId)));
        }

        var streams = orders.Take(MostOrders).Select(o => Order.StreamOf(o.OrderId)).Concat(orders.Select(o => AccountEvents.StreamOf(o.AccountId))).Distinct().ToList();
        return (streams, [.. person.Names], orders.Count > MostOrders);
    }

    private static async Task<List<long>> NamingAsync(PagoDb db, HashSet<string> hashes, CancellationToken ct)
    {
        string[] naming = [PersonalDataEvents.PersonExported, PersonalDataEvents.ListEntryUnmasked];
        var entries = await db.Set<JournalEntry>().Where(e => naming.Contains(e.Kind)).OrderByDescending(e => e.Seq).Take(MostExports)
            .Select(e => new { e.Seq, e.Data }).ToListAsync(ct);
        return [.. entries.Where(e => hashes.Any(hash => e.Data.Contains($"\"{hash}\"", StringComparison.Ordinal))).Select(e => e.Seq)];
    }

    private static async Task<Dictionary<(string Stream, long Position), string?>> ReasonsAsync(PagoDb db, List<JournalEntry> rows, CancellationToken ct)
    {
        var streams = rows.Where(e => e.PrivateDigest is not null).Select(e => e.Stream).Distinct().ToList();
        var positions = rows.Where(e => e.PrivateDigest is not null).Select(e => e.Position).Distinct().ToList();
        var kept = await db.Set<JournalPrivate>().Where(p => streams.Contains(p.Stream) && positions.Contains(p.Position)).ToListAsync(ct);
        return kept.ToDictionary(p => (p.Stream, p.Position), p => ReasonIn(p.Text));
    }

    private static string? ReasonIn(string json) =>
        JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } kept && kept.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()
            : null;
}
