using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>What came and left, byte by byte, and what people attached. In a masked pack only what certainly holds nobody's data.</summary>
internal sealed class RawBodies(IDbContextFactory<PagoDb> contexts)
{
    public async Task<IReadOnlyList<PackFile>> OfAsync(EvidenceChainView chain, CancellationToken ct)
    {
        var files = new List<PackFile>();
        await AddMessagesAsync(files, chain, ct);
        AddRequests(files, chain);
        AddTold(files, chain);
        AddAttachments(files, chain);
        return files;
    }

    private async Task AddMessagesAsync(List<PackFile> files, EvidenceChainView chain, CancellationToken ct)
    {
        var records = new List<object>();
        foreach (var (message, number) in chain.Messages.Select((message, at) => (message, at + 1)))
        {
            var body = await BodyAsync(message.ReceiptId, ct);
            var kept = SHA256.HashData(body).AsSpan().SequenceEqual(message.BodyHash); // not once it was erased after its term
            var shown = kept && (chain.Whole || PlainDelivery.Is(body));
            if (shown) files.Add(new(PackPaths.Delivery(number), PackPart.Delivery, token => BodyAsync(message.ReceiptId, token)));
            files.Add(PackFile.Of(PackPaths.DeliveryHeaders(number), PackPart.Delivery, message.Headers));
            records.Add(new
            {
                message.ReceiptId,
                message.EventId,
                message.Type,
                message.ReceivedAt,
                message.Sender,
                signature = "valid",
                message.Verdict,
                message.State,
                message.ProcessedAt,
                message.Duplicates,
                message.Conflicts,
                headers = PackPaths.DeliveryHeaders(number),
                body = shown ? PackPaths.Delivery(number) : null,
                bodyWithheld = kept && !shown,
                bodyGone = !kept,
                bodySha256 = shown || !kept ? Convert.ToHexStringLower(message.BodyHash) : null,
                replays = message.Replays.Select(replay => new { replay.At, replay.By, note = chain.Words(replay.Note), replay.Before, replay.Verdict, replay.MovedFrom, replay.MovedTo }),
            });
        }

        files.Add(PackRecords.Record("deliveries", records));
    }

    private static void AddRequests(List<PackFile> files, EvidenceChainView chain)
    {
        var records = new List<object>();
        foreach (var (command, number) in chain.Commands.Select((command, at) => (command, at + 1)))
        {
            // Who creates a code names the buyer; a refund has a reason in free words.
            var path = PackPaths.Request(number, command.Kind.ToString());
            var shown = command.Body.Length > 0 && chain.Whole;
            if (shown) files.Add(PackFile.Of(path, PackPart.Request, command.Body));
            records.Add(new
            {
                command.CommandId,
                command.Kind,
                command.PaymentId,
                command.RefundId,
                command.CreatedAt,
                command.State,
                command.Attempts,
                command.EndedAt,
                command.Outcome,
                body = shown ? path : null,
                bodyWithheld = command.Body.Length > 0 && !shown,
                calls = chain.Calls.Where(call => call.CommandId == command.CommandId).Select(RecordOf),
            });
        }

        files.Add(PackRecords.Record("gateway", new { commands = records, otherCalls = chain.Calls.Where(call => call.CommandId is null).Select(RecordOf) }));
    }

    private static object RecordOf(Payments.GatewayCallRow call) =>
        new { call.Method, call.Path, call.At, call.DurationMs, call.Fault, call.Status, call.Code, call.RequestId };

    private static void AddTold(List<PackFile> files, EvidenceChainView chain)
    {
        var records = new List<object>();
        foreach (var (told, number) in chain.Told.Select((told, at) => (told, at + 1)))
        {
            var message = told.Message;
            var path = PackPaths.Told(number, message.Type.ToWire());
            files.Add(PackFile.Of(path, PackPart.Told, message.Body));
            records.Add(new
            {
                message.MessageId,
                message.Delivery,
                message.Sequence,
                type = message.Type.ToWire(),
                message.CreatedAt,
                message.State,
                message.Attempts,
                message.LastAnswer,
                message.EndedAt,
                body = path,
                tries = told.Attempts.Select(attempt => new { attempt.Number, attempt.At, attempt.DurationMs, attempt.Status, attempt.Fault, attempt.Answer, attempt.Signature }),
            });
        }

        files.Add(PackRecords.Record("callbacks", records));
    }

    private void AddAttachments(List<PackFile> files, EvidenceChainView chain)
    {
        var records = new List<object>();
        foreach (var file in chain.Files)
        {
            var path = PackPaths.Attachment(file.FileId, file.FileName);
            if (chain.Whole) files.Add(new(path, PackPart.Attachment, token => ContentAsync(file, token)));
            records.Add(new
            {
                file.FileId,
                file.To,
                file.OwnerId,
                fileName = chain.Words(file.FileName),
                file.Size,
                sha256 = Convert.ToHexStringLower(file.Sha256),
                file.By,
                file.At,
                file = chain.Whole ? path : null,
                withheld = !chain.Whole,
            });
        }

        if (chain.Whole)
        {
            foreach (var (answer, number) in chain.Answers.Select((answer, at) => (answer, at + 1)))
                files.Add(PackFile.Of($"attachments/answer-{number:D3}.txt", PackPart.Attachment, answer.Text + "\n"));
            if (chain.Review is { Note: { Length: > 0 } note }) files.Add(PackFile.Of("attachments/reviewer-note.txt", PackPart.Attachment, note + "\n"));
        }

        files.Add(PackRecords.Record("attachments", records));
    }

    private async Task<byte[]> BodyAsync(long receiptId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Receipt>().Where(r => r.Id == receiptId).Select(r => r.Body).SingleAsync(ct);
    }

    private async Task<byte[]> ContentAsync(AttachedFile file, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return file.To switch
        {
            AttachedTo.Refund => await db.Set<ProofRow>().Where(p => p.ProofId == file.FileId).Select(p => p.Content).SingleAsync(ct),
            AttachedTo.Difference => await db.Set<AttachmentRow>().Where(a => a.AttachmentId == file.FileId).Select(a => a.Content).SingleAsync(ct),
        };
    }
}
