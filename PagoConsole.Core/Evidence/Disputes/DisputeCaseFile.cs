using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>A file of a dispute without its bytes.</summary>
public sealed record DisputeFileView(string FileId, ProofItem? Item, string FileName, ProofType Type, int Size, string Sha256, string UploadedBy, DateTimeOffset UploadedAt);

/// <summary>One line of the checklist.</summary>
/// <param name="Item">The piece of proof.</param>
/// <param name="State">How it stands.</param>
/// <param name="Ticked">What a person said of it; without the note for whoever may not see personal data.</param>
public sealed record ProofLine(ProofItem Item, ProofState State, TickedProof? Ticked);

/// <summary>What happened to a dispute, with what somebody wrote to it.</summary>
public sealed record DisputeEntry(JournalEntry Entry, string? Note);

/// <summary>All that is needed to work on one dispute.</summary>
/// <param name="Row">What the list shows of it.</param>
/// <param name="Order">The order.</param>
/// <param name="Reason">The words of the buyer's side; null for whoever may not see personal data.</param>
/// <param name="Due">The date that the marketplace named.</param>
/// <param name="PackSha256">The manifest of the pack that was handed in.</param>
/// <param name="ClosedBy">Who said how it ended.</param>
/// <param name="Facts">What the console has that proves something.</param>
/// <param name="Proof">The checklist for its reason.</param>
/// <param name="Files">Its files, newest first.</param>
/// <param name="Timeline">What happened to it, oldest first.</param>
/// <param name="Others">Other disputes of the order.</param>
public sealed record DisputeView(
    DisputeRow Row, Order Order, string? Reason, DateTimeOffset? Due, string? PackSha256, string? ClosedBy, DisputeFacts Facts, IReadOnlyList<ProofLine> Proof,
    IReadOnlyList<DisputeFileView> Files, IReadOnlyList<DisputeEntry> Timeline, IReadOnlyList<DisputeRow> Others);

/// <summary>The file on one dispute.</summary>
public sealed class DisputeCaseFile(IDbContextFactory<PagoDb> contexts)
{
    private const int Most = 500;

    /// <summary>Reads it.</summary>
    public async Task<Result<DisputeView>> ReadAsync(string disputeId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeDisputes)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.Set<Dispute>().SingleOrDefaultAsync(d => d.DisputeId == disputeId, ct) is not { } found) return RefusalCode.NotFound;
        var whole = viewer.May(Permission.SeePersonalData);
        var words = await WordsAsync(db, found.OrderId, ct);
        var order = await db.Set<Order>().SingleAsync(o => o.OrderId == found.OrderId, ct);
        var facts = await DisputeProof.ReadAsync(db, order, whole: false, ct);
        var ticked = await db.Set<TickedProof>().Where(p => p.DisputeId == disputeId).ToDictionaryAsync(p => p.Item, ct);
        var items = ProofChecklist.For(found.Code).Concat(ticked.Keys.Order()).Distinct();
        foreach (var tick in ticked.Values) tick.Note = whole ? words.Of(tick.Note) : "";
        var others = await db.Set<Dispute>().Where(d => d.OrderId == found.OrderId && d.DisputeId != disputeId).OrderBy(d => d.OpenedAt).Take(Most).ToListAsync(ct);
        return new DisputeView(
            DisputeList.RowOf(found, order.Amount),
            order,
            whole ? words.Of(found.Reason) : null,
            found.DueAt,
            found.PackSha256,
            found.ClosedBy,
            facts,
            [.. items.Select(item => new ProofLine(item, ProofChecklist.StateOf(item, facts, ticked.Keys.ToHashSet()), ticked.GetValueOrDefault(item)))],
            await FilesAsync(db, disputeId, ct),
            await TimelineAsync(db, found, whole ? words : null, ct),
            others.ConvertAll(d => DisputeList.RowOf(d, order.Amount)));
    }

    private static async Task<FreeWords> WordsAsync(PagoDb db, string orderId, CancellationToken ct) =>
        FreeWords.About((await db.Set<OrderContentRow>().Where(c => c.OrderId == orderId).Select(c => c.Json).ToListAsync(ct)).Select(OrderContent.FromJson));

    private static async Task<List<DisputeFileView>> FilesAsync(PagoDb db, string disputeId, CancellationToken ct)
    {
        var files = await db.Set<DisputeFileRow>().Where(f => f.DisputeId == disputeId).OrderByDescending(f => f.UploadedAt)
            .Select(f => new { f.FileId, f.Item, f.FileName, f.Type, f.Size, f.Sha256, f.UploadedBy, f.UploadedAt }).ToListAsync(ct);
        return files.ConvertAll(f => new DisputeFileView(f.FileId, f.Item, f.FileName, f.Type, f.Size, Convert.ToHexStringLower(f.Sha256), f.UploadedBy, f.UploadedAt));
    }

    private static async Task<List<DisputeEntry>> TimelineAsync(PagoDb db, Dispute dispute, FreeWords? words, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().Where(e => e.Stream == dispute.Stream && (e.Kind == OrderEvents.Disputed || e.Kind.StartsWith(DisputeEvents.Prefix)))
            .OrderBy(e => e.Position).Take(Most).ToListAsync(ct);
        entries.RemoveAll(entry => !IsOf(entry, dispute.DisputeId));
        if (words is null) return entries.ConvertAll(entry => new DisputeEntry(entry, null));
        var positions = entries.ConvertAll(e => e.Position);
        var notes = await db.Set<JournalPrivate>().Where(p => p.Stream == dispute.Stream && positions.Contains(p.Position)).ToDictionaryAsync(p => p.Position, p => p.Text, ct);
        return entries.ConvertAll(entry => new DisputeEntry(entry, words.Of(TextIn(notes.GetValueOrDefault(entry.Position), "note"))));
    }

    private static bool IsOf(JournalEntry entry, string disputeId) => TextIn(entry.Data, "disputeId") == disputeId;

    private static string? TextIn(string? json, string name)
    {
        if (json is null) return null;
        using var data = JsonDocument.Parse(json);
        return data.RootElement.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }
}
