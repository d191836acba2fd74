using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks;

/// <summary>One line of the live feed.</summary>
/// <param name="Seq">Where it stands in the journal; readers continue from here.</param>
/// <param name="At">When it was worked off or turned away.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="OrderId">The order, if known.</param>
/// <param name="Type">What the delivery said happened.</param>
/// <param name="PaymentId">The payment that it names.</param>
/// <param name="EventId">PagoEfectivo's id.</param>
/// <param name="ReceiptId">The receipt, for a verified delivery.</param>
/// <param name="RefusalId">The sample, for one that was turned away.</param>
/// <param name="Sender">Who sent one that was turned away.</param>
public sealed record EventLine(
    long Seq, DateTimeOffset At, DeliveryVerdict Verdict, string? OrderId, string? Type, string? PaymentId, string? EventId, long? ReceiptId, string? RefusalId, string? Sender)
{
    private static readonly Dictionary<string, DeliveryVerdict> Verdicts = Enum.GetValues<DeliveryVerdict>().ToDictionary(WebhookEvents.KindOf);

    /// <summary>The verdict that a kind of entry stands for; null if it is about something else than a delivery.</summary>
    public static DeliveryVerdict? VerdictOf(string kind) => Verdicts.TryGetValue(kind, out var verdict) ? verdict : null;

    /// <summary>Makes a line of a journal entry; null if that is about something else.</summary>
    public static EventLine? Of(JournalEntry entry)
    {
        if (VerdictOf(entry.Kind) is not { } verdict) return null;
        var data = JsonElement.Parse(entry.Data);
        string? Text(string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        long? receiptId = data.TryGetProperty("receiptId", out var id) && id.TryGetInt64(out var number) ? number : null;
        return new EventLine(
            entry.Seq, entry.At, verdict, entry.OrderId, Text("type"), Text("paymentId"), Text("eventId"), receiptId, Text("refusalId"), Text("sender"));
    }
}

/// <summary>A delivery as it came.</summary>
/// <param name="ReceivedAt">When.</param>
/// <param name="Sender">From where.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Body">Its raw body.</param>
/// <param name="Headers">Its headers as a JSON object.</param>
/// <param name="SignatureValid">Whether its signature was right.</param>
/// <param name="Duplicates">How often it came again.</param>
/// <param name="Conflicts">How often it came again with another body.</param>
/// <param name="Detail">What was wrong, in a few words.</param>
/// <param name="Masked">Whether body and headers are masked.</param>
public sealed record RawDelivery(
    DateTimeOffset ReceivedAt, string Sender, DeliveryVerdict Verdict, byte[] Body, string Headers, bool SignatureValid, int Duplicates, int Conflicts, string? Detail,
    bool Masked = false);

/// <summary>The live feed of deliveries and what they did.</summary>
public sealed class EventFeed
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 100;

    private readonly IDbContextFactory<PagoDb> contexts;

    internal EventFeed(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Reads the newest lines, or those before a number; newest first.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="verdicts">Only these; empty for all.</param>
    /// <param name="before">Only lines before this number.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<EventLine>>> ReadAsync(Actor viewer, IReadOnlyCollection<DeliveryVerdict> verdicts, long? before, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeEvents)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = await Of(db, verdicts).Where(e => before == null || e.Seq < before).OrderByDescending(e => e.Seq).Take(PageSize).ToListAsync(ct);
        return Lines(entries);
    }

    /// <summary>Reads on after a number, oldest first: what came while one was away.</summary>
    public async Task<Result<IReadOnlyList<EventLine>>> AfterAsync(Actor viewer, IReadOnlyCollection<DeliveryVerdict> verdicts, long after, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeEvents)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = await Of(db, verdicts).Where(e => e.Seq > after).OrderBy(e => e.Seq).Take(PageSize).ToListAsync(ct);
        return Lines(entries);
    }

    /// <summary>A delivery as it came, but for what the contract does not have: that can be personal and is masked.</summary>
    public async Task<Result<RawDelivery>> RawAsync(Actor viewer, EventLine line, CancellationToken ct)
    {
        var read = await WholeAsync(viewer, line, ct);
        return read.Done ? MaskedDelivery.Of(read.Value) : read;
    }

    /// <summary>A delivery as it came, for what journals who asked and why.</summary>
    internal async Task<Result<RawDelivery>> WholeAsync(Actor viewer, EventLine line, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeEvents)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (line.ReceiptId is { } id && await db.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } receipt)
            return new RawDelivery(receipt.ReceivedAt, receipt.Sender, receipt.Verdict, receipt.Body, receipt.Headers, true, receipt.Duplicates, receipt.Conflicts, receipt.Detail);
        if (line.RefusalId is { } name && await db.Set<DoorRefusal>().AsNoTracking().SingleOrDefaultAsync(r => r.RefusalId == name, ct) is { } refused)
            return new RawDelivery(refused.At, refused.Sender, refused.Verdict, refused.Body, refused.Headers, false, 0, 0, null);
        return RefusalCode.NotFound;
    }

    private static IQueryable<JournalEntry> Of(PagoDb db, IReadOnlyCollection<DeliveryVerdict> verdicts)
    {
        var journal = db.Set<JournalEntry>().AsNoTracking();
        if (verdicts.Count == 0) return journal.Where(e => e.Kind.StartsWith(WebhookEvents.Prefix));
        var kinds = verdicts.Select(WebhookEvents.KindOf).ToList();
        return journal.Where(e => kinds.Contains(e.Kind));
    }

    private static List<EventLine> Lines(List<JournalEntry> entries) => [.. entries.Select(EventLine.Of).OfType<EventLine>()];
}
