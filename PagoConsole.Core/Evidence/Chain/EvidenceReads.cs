using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>The parts of a chain that take more than one table. Bytes of messages and files are not read here.</summary>
internal static class EvidenceReads
{
    public static async Task<IReadOnlyList<DeliveredMessage>> MessagesAsync(PagoDb db, string orderId, string? paymentId, IEnumerable<JournalEntry> entries, CancellationToken ct)
    {
        // Those that name it, those that wait for their turn, and those that a person had applied to it later.
        var ids = await db.Set<Receipt>().Where(r => r.OrderId == orderId).OrderBy(r => r.Id).Select(r => r.Id).Take(EvidenceChain.Most).ToListAsync(ct);
        if (paymentId is not null)
            ids.AddRange(await db.Set<Receipt>().Where(r => r.State == ReceiptState.Waiting && r.PaymentId == paymentId).OrderBy(r => r.Id).Select(r => r.Id).Take(EvidenceChain.Most).ToListAsync(ct));
        ids = [.. ids.Union(entries.Select(ReceiptOf).OfType<long>()).Order().Take(EvidenceChain.Most)];
        var messages = await db.Set<Receipt>().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id)
            .Select(r => new DeliveredMessage(
                r.Id, r.EventId, r.Type, r.ReceivedAt, r.Sender, r.Headers, r.BodyHash, r.State, r.Verdict, r.ProcessedAt, r.Duplicates, r.Conflicts))
            .ToListAsync(ct);
        var replays = (await db.Set<ReceiptReplay>().Where(r => ids.Contains(r.ReceiptId)).OrderBy(r => r.ReplayId).ToListAsync(ct)).ToLookup(r => r.ReceiptId);
        return messages.ConvertAll(message => message with { Replays = [.. replays[message.ReceiptId]] });
    }

    private static long? ReceiptOf(JournalEntry entry) =>
        (entry.Kind == ReplayEvents.Replayed || EventLine.VerdictOf(entry.Kind) is not null) && JsonElement.Parse(entry.Data).TryGetProperty("receiptId", out var id) && id.TryGetInt64(out var receiptId)
            ? receiptId
            : null;

    public static async Task<IReadOnlyList<ToldMessage>> ToldAsync(PagoDb db, string orderId, CancellationToken ct)
    {
        var messages = await db.Set<OutboxMessage>().Where(m => m.OrderId == orderId).OrderBy(m => m.Sequence).ThenBy(m => m.Delivery).Take(EvidenceChain.Most).ToListAsync(ct);
        var ids = messages.ConvertAll(message => message.Id);
        var attempts = (await db.Set<CallbackAttempt>().Where(a => ids.Contains(a.OutboxId)).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.OutboxId);
        return messages.ConvertAll(message => new ToldMessage(message, [.. attempts[message.Id]]));
    }

    public static async Task<IReadOnlyDictionary<string, Payee>> PayeesAsync(PagoDb db, string orderId, bool whole, CancellationToken ct)
    {
        var rows = await db.Set<PayeeRow>().Where(p => db.Set<MoneyCase>().Any(c => c.CaseId == p.CaseId && c.OrderId == orderId)).ToListAsync(ct);
        return rows.ToDictionary(row => row.CaseId, row => whole ? Payee.FromJson(row.Json) : Payee.FromJson(row.Json).Masked());
    }

    public static async Task<IReadOnlyList<AttachedFile>> FilesAsync(PagoDb db, string orderId, CancellationToken ct)
    {
        var proofs = await db.Set<ProofRow>().Where(p => db.Set<MoneyCase>().Any(c => c.CaseId == p.CaseId && c.OrderId == orderId)).OrderBy(p => p.ProofId)
            .Select(p => new AttachedFile(p.ProofId, AttachedTo.Refund, p.RefundId, p.FileName, p.Size, p.Sha256, p.UploadedBy, p.UploadedAt)).ToListAsync(ct);
        var attached = await db.Set<AttachmentRow>().Where(a => db.Set<Difference>().Any(d => d.DifferenceId == a.DifferenceId && d.OrderId == orderId)).OrderBy(a => a.AttachmentId)
            .Select(a => new AttachedFile(a.AttachmentId, AttachedTo.Difference, a.DifferenceId, a.FileName, a.Size, a.Sha256, a.UploadedBy, a.UploadedAt)).ToListAsync(ct);
        return [.. proofs, .. attached];
    }
}
