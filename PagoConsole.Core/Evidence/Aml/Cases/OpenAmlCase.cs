using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>What somebody wants looked into: a document, or an order whose document it is then.</summary>
/// <param name="Origin">From where.</param>
/// <param name="Document">The document's hash in hexadecimal; null where an order is named.</param>
/// <param name="OrderId">The order; null where a document is named.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Note">What was noticed.</param>
public sealed record AmlSuspicion(AmlOrigin Origin, string? Document, string? OrderId, IReadOnlyList<AmlReason> Reasons, string Note);

/// <summary>Opens a case. While one of the same document is not done with, the order is added to that one.</summary>
public sealed class OpenAmlCase(Writes writes, LegalBook book)
{
    /// <summary>Opens it.</summary>
    /// <returns>The case, new or not.</returns>
    public Task<Result<AmlCase>> RunAsync(AmlSuspicion seen, Actor by, CancellationToken ct) =>
        writes.RunAsync<AmlCase>(
            async tx =>
            {
                if (!by.May(Permission.WorkAml)) return RefusalCode.NotAllowed;
                if (seen.Reasons.Count == 0 || !seen.Reasons.All(Enum.IsDefined)) return new Refusal(RefusalCode.Invalid, "reasons");
                if (string.IsNullOrWhiteSpace(seen.Note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (seen.Note.Length > AmlCase.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (await DocumentAsync(tx, seen, ct) is not { } document) return RefusalCode.NotFound;
                await tx.LockNamesAsync([$"aml/{Convert.ToHexStringLower(document)}"], ct);
                var found = await OpenAsync(tx, document, seen.OrderId, ct) ?? Open(tx, seen, document, by);
                if (seen.OrderId is { } orderId) await AddAsync(tx, found, orderId, by, ct);
                return found;
            },
            ct);

    private AmlCase Open(WriteScope tx, AmlSuspicion seen, byte[] document, Actor by)
    {
        var days = (double)book.ValueAt(LegalNumber.CaseDays, Lima.DayOf(tx.Now));
        var opened = new AmlCase
        {
            CaseId = Ids.New("aml", tx.Now),
            Document = document,
            Origin = seen.Origin,
            OpenedAt = tx.Now,
            OpenedBy = by.Signature,
            DueAt = tx.Now.AddDays(days),
            ReasonNames = AmlCase.NamesOf(seen.Reasons),
        };
        tx.Db.Add(opened);
        tx.Journal(opened.Stream, AmlEvents.CaseOpened, by, new { opened.CaseId, opened.Origin, reasons = seen.Reasons, opened.DueAt }, personal: new { note = seen.Note.Trim() });
        return opened;
    }

    private static async Task<AmlCase?> OpenAsync(WriteScope tx, byte[] document, string? orderId, CancellationToken ct)
    {
        var open = tx.Db.Set<AmlCase>().Where(c => c.Document == document && (c.State == AmlCaseState.Open || c.State == AmlCaseState.Suspicious));

        // Orders without a document have nothing in common.
        if (document.AsSpan().SequenceEqual(CountPayments.NoDocument)) open = open.Where(c => tx.Db.Set<AmlCaseOrder>().Any(o => o.CaseId == c.CaseId && o.OrderId == orderId));
        var caseId = await open.OrderBy(c => c.OpenedAt).Select(c => c.CaseId).FirstOrDefaultAsync(ct);
        return caseId is null ? null : await tx.LockAsync<AmlCase>(caseId, ct);
    }

    private static async Task AddAsync(WriteScope tx, AmlCase found, string orderId, Actor by, CancellationToken ct)
    {
        if (await tx.Db.Set<AmlCaseOrder>().AnyAsync(o => o.CaseId == found.CaseId && o.OrderId == orderId, ct)) return;
        tx.Db.Add(new AmlCaseOrder { CaseId = found.CaseId, OrderId = orderId, AddedAt = tx.Now, AddedBy = by.Signature });
        tx.Journal(found.Stream, AmlEvents.OrderAdded, by, new { found.CaseId }, personal: new { orderId });
    }

    private static async Task<byte[]?> DocumentAsync(WriteScope tx, AmlSuspicion seen, CancellationToken ct)
    {
        if (seen.OrderId is { } orderId)
        {
            if (!await tx.Db.Set<Order>().AnyAsync(o => o.OrderId == orderId, ct)) return null;
            return await tx.Db.Set<OrderIdentifier>().Where(i => i.OrderId == orderId && i.Kind == IdentifierKind.Document).Select(i => i.ValueHash).FirstOrDefaultAsync(ct)
                ?? CountPayments.NoDocument;
        }

        if (DocumentHash.Parse(seen.Document) is not { } hash) return null;
        return await tx.Db.Set<OrderIdentifier>().AnyAsync(i => i.Kind == IdentifierKind.Document && i.ValueHash == hash, ct) ? hash : null;
    }
}
