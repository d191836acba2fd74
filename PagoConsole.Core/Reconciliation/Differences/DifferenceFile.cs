using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>An attachment without its bytes.</summary>
public sealed record AttachmentView(string AttachmentId, string FileName, ProofType Type, int Size, string Sha256, string UploadedBy, DateTimeOffset UploadedAt);

/// <summary>An entry of a difference's journal with the note that belongs to it.</summary>
/// <param name="Entry">What happened.</param>
/// <param name="Note">What the person wrote; null where nothing was, or it was erased.</param>
public sealed record NotedEntry(JournalEntry Entry, string? Note);

/// <summary>All that finance needs to work one difference off.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Row">The same as a list shows it, with what is known of its order.</param>
/// <param name="Day">Its business day.</param>
/// <param name="NeedsSecond">Whether writing it off takes two people.</param>
/// <param name="MoneyCase">The money case of the same money.</param>
/// <param name="Attachments">Files, newest first.</param>
/// <param name="Timeline">What happened to it, oldest first.</param>
/// <param name="Siblings">Other differences of the same order or payment.</param>
public sealed record DifferenceView(
    Difference Difference, DifferenceRow Row, ReconciledDay? Day, bool NeedsSecond, MoneyCase? MoneyCase, IReadOnlyList<AttachmentView> Attachments,
    IReadOnlyList<NotedEntry> Timeline, IReadOnlyList<DifferenceRow> Siblings)
{
    /// <summary>Masks the buyer's data in what people wrote about it.</summary>
    public FreeWords Words { get; init; } = FreeWords.OfAnybody;

    /// <summary>Whether its day is closed, so that nothing of it may change.</summary>
    public bool DayClosed => Day?.State == DayState.Closed;
}

/// <summary>The file on one difference.</summary>
public sealed class DifferenceFile
{
    private const int Most = 500;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly ActiveRules rules;
    private readonly IOptionsMonitor<ReconciliationOptions> options;

    internal DifferenceFile(IDbContextFactory<PagoDb> contexts, ActiveRules rules, IOptionsMonitor<ReconciliationOptions> options)
    {
        this.contexts = contexts;
        this.rules = rules;
        this.options = options;
    }

    /// <summary>Reads it.</summary>
    public async Task<Result<DifferenceView>> ReadAsync(string differenceId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.Set<Difference>().SingleOrDefaultAsync(d => d.DifferenceId == differenceId, ct) is not { } found) return RefusalCode.NotFound;
        var related = await RelatedAsync(db, found, ct);
        var words = await WordsAsync(db, found.OrderId, ct);
        return new DifferenceView(
            found,
            related.Single(r => r.DifferenceId == differenceId),
            await db.Set<ReconciledDay>().SingleOrDefaultAsync(d => d.Day == found.Day, ct),
            options.CurrentValue.WriteOffNeedsSecond(found.AtStake, (await rules.ReadAsync(db, ct)).Rules.Set.Rates),
            found.MoneyCaseId is { } caseId ? await db.Set<MoneyCase>().SingleOrDefaultAsync(c => c.CaseId == caseId, ct) : null,
            await AttachmentsAsync(db, differenceId, ct),
            await TimelineAsync(db, found.Stream, words, ct),
            [.. related.Where(r => r.DifferenceId != differenceId)])
        {
            Words = words,
        };
    }

    private static async Task<FreeWords> WordsAsync(PagoDb db, string? orderId, CancellationToken ct)
    {
        var content = orderId is null ? null : await db.Set<OrderContentRow>().SingleOrDefaultAsync(c => c.OrderId == orderId, ct);
        return content is null ? FreeWords.OfAnybody : FreeWords.About([OrderContent.FromJson(content.Json)]);
    }

    private static async Task<List<DifferenceRow>> RelatedAsync(PagoDb db, Difference found, CancellationToken ct)
    {
        var rows = await db.Set<Difference>().Where(d => d.DifferenceId == found.DifferenceId).Select(DifferenceList.Lean).ToListAsync(ct);
        if (found.PaymentId is { } payment)
            rows.AddRange(await db.Set<Difference>().Where(d => d.PaymentId == payment).OrderBy(d => d.Day).Take(DifferenceList.PageSize).Select(DifferenceList.Lean).ToListAsync(ct));
        if (found.OrderId is { } order)
            rows.AddRange(await db.Set<Difference>().Where(d => d.OrderId == order).OrderBy(d => d.Day).Take(DifferenceList.PageSize).Select(DifferenceList.Lean).ToListAsync(ct));
        return await DifferenceList.WithOrdersAsync(db, [.. rows.DistinctBy(r => r.DifferenceId)], ct);
    }

    private static async Task<List<AttachmentView>> AttachmentsAsync(PagoDb db, string differenceId, CancellationToken ct)
    {
        var files = await db.Set<AttachmentRow>().Where(a => a.DifferenceId == differenceId).OrderByDescending(a => a.UploadedAt)
            .Select(a => new { a.AttachmentId, a.FileName, a.Type, a.Size, a.Sha256, a.UploadedBy, a.UploadedAt }).ToListAsync(ct);
        return files.ConvertAll(a => new AttachmentView(a.AttachmentId, a.FileName, a.Type, a.Size, Convert.ToHexStringLower(a.Sha256), a.UploadedBy, a.UploadedAt));
    }

    private static async Task<List<NotedEntry>> TimelineAsync(PagoDb db, string stream, FreeWords words, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().Where(e => e.Stream == stream).OrderBy(e => e.Position).Take(Most).ToListAsync(ct);
        var notes = await db.Set<JournalPrivate>().Where(p => p.Stream == stream).ToDictionaryAsync(p => p.Position, p => p.Text, ct);
        return entries.ConvertAll(e => new NotedEntry(e, words.Of(NoteIn(notes.GetValueOrDefault(e.Position)))));
    }

    private static string? NoteIn(string? json)
    {
        if (json is null) return null;
        using var data = JsonDocument.Parse(json);
        return data.RootElement.TryGetProperty("note", out var note) ? note.GetString() : null;
    }
}
