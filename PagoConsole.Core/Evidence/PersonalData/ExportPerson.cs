using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>
/// Takes out all that is held on one person, for their right of access (Ley 29733, art. 19). Who took it out and why is journalled, with a hash
/// in place of what they were found by.
/// </summary>
public sealed class ExportPerson(IDbContextFactory<PagoDb> contexts, Writes writes, AccessLog access, TimeProvider time)
{
    /// <summary>Orders that one file takes, the newest.</summary>
    public const int MostOrders = 2000;

    private const int MostLogins = 5000;
    private const int MostSeen = 20;

    /// <summary>Gathers it, then journals it, then gives it.</summary>
    /// <param name="by">By what they are looked for.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who takes it out.</param>
    /// <param name="progress">Told after every order.</param>
    /// <param name="ct">Cancels; then nothing was taken out.</param>
    public async Task<Result<PersonFile>> RunAsync(
        SoughtBy by, string text, string reason, Actor actor, IProgress<PersonProgress>? progress, CancellationToken ct)
    {
        if (!actor.May(Permission.ExportPersonalData)) return RefusalCode.NotAllowed;
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalCode.NoteNeeded, "reason");
        if (reason.Length > Unmasking.LongestReason) return new Refusal(RefusalCode.Invalid, "reason");
        if (SoughtPerson.Of(by, text) is not { } person) return new Refusal(RefusalCode.Invalid, "person");
        var gathered = await GatherAsync(person, text.Trim(), actor, progress, ct);
        if (gathered.Refusal is { } refusal) return refusal;
        var file = gathered.Value;
        if (file.Orders.Count + file.Accounts.Count + file.Lists.Count + file.Colleague.Count == 0) return RefusalCode.NotFound;
        await writes.DoAsync(
            tx =>
            {
                tx.Journal(
                    PersonalDataEvents.StreamOf(tx.Now), PersonalDataEvents.PersonExported, actor,
                    new { by, person = person.Names, orders = file.Orders.Count, accounts = file.Accounts.Count, lists = file.Lists.Count, files = file.Files.Count },
                    null, new { reason = reason.Trim() });
                return Task.CompletedTask;
            },
            ct);
        return file;
    }

    private async Task<Result<PersonFile>> GatherAsync(SoughtPerson person, string text, Actor actor, IProgress<PersonProgress>? progress, CancellationToken ct)
    {
        var found = await FindAsync(person, ct);
        var orders = new JsonArray();
        var files = new List<PersonAttachment>();
        foreach (var (orderId, _) in found.Take(MostOrders))
        {
            await using var each = await OpenAsync(ct); // each read is short: a long one would hold the store's log
            var records = new PersonRecords(each);
            orders.Add(await records.OrderAsync(orderId, ct));
            files.AddRange(await records.FilesAsync(orderId, ct));
            progress?.Report(new PersonProgress(orders.Count, Math.Min(found.Count, MostOrders)));
        }

        await using var db = await OpenAsync(ct);
        var accounts = new JsonArray();
        foreach (var account in await AccountsAsync(db, person, text, found, ct)) accounts.Add(await new PersonRecords(db).AccountAsync(account, MostLogins, ct));
        var listed = await db.Set<ListEntry>().Where(e => person.Hashes.Contains(e.ValueHash)).ToListAsync(ct);
        var colleague = person.By == SoughtBy.Email && await new PersonRecords(db).ColleagueAsync(text, MostLogins, ct) is { } works ? new JsonArray(works) : [];
        var seen = await SeenAsync(person, actor, ct);
        if (seen.Refusal is { } refusal) return refusal;
        return new PersonFile(time.GetUtcNow(), person.By, orders, accounts, [.. listed.Select(PersonRecords.Node)], colleague, seen.Value, files, found.Count > MostOrders);
    }

    private async Task<List<(string OrderId, string AccountId)>> FindAsync(SoughtPerson person, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        var found = await db.Set<OrderIdentifier>().Where(i => i.Kind == person.Kind && person.Hashes.Contains(i.ValueHash)).OrderByDescending(i => i.PlacedAt)
            .Take(MostOrders + 1).Select(i => new { i.OrderId, i.AccountId }).ToListAsync(ct);
        return found.ConvertAll(i => (i.OrderId, i.AccountId));
    }

    // An account that others use too is not theirs alone: what it did without them stays out.
    private static async Task<IReadOnlyList<string>> AccountsAsync(
        PagoDb db, SoughtPerson person, string text, List<(string OrderId, string AccountId)> found, CancellationToken ct)
    {
        var own = new List<string>();
        if (person.By == SoughtBy.Account && await db.Set<Login>().AnyAsync(l => l.AccountId == text, ct)) own.Add(text);
        foreach (var account in found.Select(o => o.AccountId).Distinct())
        {
            var hash = OrderIdentifier.HashOf(IdentifierKind.Account, account);
            var others = person.By == SoughtBy.Account ? 0 : await db.Set<OrderIdentifier>().Where(i => i.Kind == IdentifierKind.Account && i.ValueHash == hash)
                .Where(i => !db.Set<OrderIdentifier>().Any(same => same.OrderId == i.OrderId && same.Kind == person.Kind && person.Hashes.Contains(same.ValueHash))).Take(1).CountAsync(ct);
            if (others == 0 && !own.Contains(account)) own.Add(account);
        }

        return own;
    }

    private async Task<Result<JsonArray>> SeenAsync(SoughtPerson person, Actor actor, CancellationToken ct)
    {
        var seen = new JsonArray();
        long? before = null;
        for (var page = 0; page < MostSeen; page++)
        {
            var read = await access.ReadAsync(new AccessFilter(Person: person), before, actor, ct);
            if (read.Refusal is { Code: RefusalCode.NotAllowed }) return seen; // they may export, but not see the log
            if (read.Refusal is { } refusal) return refusal;
            foreach (var row in read.Value.Rows)
                seen.Add(new JsonObject { ["at"] = row.Entry.At, ["kind"] = row.Entry.Kind, ["by"] = row.Entry.Actor, ["orderId"] = row.Entry.OrderId, ["reason"] = row.Reason });
            if ((before = read.Value.Next) is null) break;
        }

        return seen;
    }

    private async Task<PagoDb> OpenAsync(CancellationToken ct)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }
}
