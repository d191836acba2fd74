using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>What happened to a case, with what somebody wrote to it.</summary>
public sealed record AmlEntry(JournalEntry Entry, string? Note);

/// <summary>All that is needed to work on a case, or to draft its report.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">Whose document it is about.</param>
/// <param name="Orders">Orders that were added to it.</param>
/// <param name="Months">What the document paid by month, newest first.</param>
/// <param name="Payments">Its latest payments, newest first.</param>
/// <param name="Patterns">Payments just under the threshold among them.</param>
/// <param name="Timeline">What happened to it, oldest first; notes only for whoever may see personal data.</param>
/// <param name="ReportHours">The deadline of a report, with its source.</param>
public sealed record AmlCaseView(
    AmlCase Case, DocumentName? Name, IReadOnlyList<string> Orders, IReadOnlyList<DocumentMonth> Months, IReadOnlyList<DocumentPayment> Payments,
    IReadOnlyList<NearPattern> Patterns, IReadOnlyList<AmlEntry> Timeline, LegalEntry ReportHours);

/// <summary>The file on a case.</summary>
public sealed class AmlCaseFile(IDbContextFactory<PagoDb> contexts, DocumentFile documents, LegalBook book, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>Reads it, with personal data masked, also in what people wrote.</summary>
    public Task<Result<AmlCaseView>> ReadAsync(string caseId, Actor viewer, CancellationToken ct) => ReadAsync(caseId, viewer, whole: false, ct);

    /// <summary>Reads it as whoever asks may have it in a draft, for what journals that they saw one.</summary>
    internal Task<Result<AmlCaseView>> DraftAsync(string caseId, Actor viewer, CancellationToken ct) => ReadAsync(caseId, viewer, viewer.May(Permission.SeePersonalData), ct);

    private async Task<Result<AmlCaseView>> ReadAsync(string caseId, Actor viewer, bool whole, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await db.Set<AmlCase>().SingleOrDefaultAsync(c => c.CaseId == caseId, ct) is not { } found) return RefusalCode.NotFound;
        var names = await DocumentNames.ReadAsync(db, [found.Document], whole, ct);
        var words = whole ? FreeWords.Unmasked : await WordsAsync(db, names.Values.Select(name => name.OrderId).ToList(), ct);
        var noDocument = found.Document.AsSpan().SequenceEqual(Counting.CountPayments.NoDocument);
        var (months, payments, patterns) = noDocument ? ([], [], []) : await documents.PaidAsync(db, found.Document, ct);
        return new AmlCaseView(
            found,
            names.GetValueOrDefault(Convert.ToHexStringLower(found.Document)),
            await db.Set<AmlCaseOrder>().Where(o => o.CaseId == caseId).OrderBy(o => o.AddedAt).Select(o => o.OrderId).Take(Most).ToListAsync(ct),
            months,
            payments,
            patterns,
            await TimelineAsync(db, found.Stream, viewer.May(Permission.SeePersonalData) ? words : null, ct),
            book.At(LegalNumber.ReportHours, Lima.DayOf(found.ConcludedAt ?? time.GetUtcNow())));
    }

    private static async Task<FreeWords> WordsAsync(PagoDb db, List<string> orders, CancellationToken ct)
    {
        var contents = await db.Set<OrderContentRow>().Where(c => orders.Contains(c.OrderId)).Select(c => c.Json).ToListAsync(ct);
        return FreeWords.About(contents.Select(OrderContent.FromJson));
    }

    // Notes are for whoever may see personal data, masked until they take a draft.
    private static async Task<List<AmlEntry>> TimelineAsync(PagoDb db, string stream, FreeWords? words, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().Where(e => e.Stream == stream).OrderBy(e => e.Position).Take(Most).ToListAsync(ct);
        if (words is null) return entries.ConvertAll(entry => new AmlEntry(entry, null));
        var notes = await db.Set<JournalPrivate>().Where(p => p.Stream == stream).ToDictionaryAsync(p => p.Position, p => p.Text, ct);
        return entries.ConvertAll(entry => new AmlEntry(entry, words.Of(NoteIn(notes.GetValueOrDefault(entry.Position)))));
    }

    private static string? NoteIn(string? json)
    {
        if (json is null) return null;
        using var data = JsonDocument.Parse(json);
        foreach (var name in (string[])["note", "orderId"])
            if (data.RootElement.TryGetProperty(name, out var text)) return text.GetString();
        return null;
    }
}
