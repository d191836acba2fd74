using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Attaches a file to a dispute.</summary>
public sealed class AttachToDispute(Writes writes)
{
    /// <summary>Most files of one dispute.</summary>
    public const int Most = 30;

    /// <summary>Attaches it.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, ProofItem? item, ProofUpload file, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        async (tx, desk) =>
        {
            if (!file.IsGood) return new Refusal(RefusalCode.FileNotAccepted, "file");
            if (await tx.Db.Set<DisputeFileRow>().CountAsync(f => f.DisputeId == disputeId, ct) >= Most) return new Refusal(RefusalCode.Invalid, "file");
            var row = new DisputeFileRow
            {
                FileId = Ids.New("dsf", tx.Now),
                DisputeId = disputeId,
                Item = item,
                FileName = file.SafeName(),
                Type = file.Type!.Value,
                Size = file.Content.Length,
                Sha256 = file.Hash(),
                Content = file.Content,
                UploadedBy = by.Signature,
                UploadedAt = tx.Now,
            };
            tx.Db.Add(row);
            tx.Journal(
                desk.Order.Stream, DisputeEvents.FileAttached, by,
                new { disputeId, row.FileId, item, row.Size, sha256 = Convert.ToHexStringLower(row.Sha256) }, desk.Order.OrderId, new { row.FileName });
            return null;
        },
        ct);
}

/// <summary>Gives a copy of a file of a dispute; since it may hold personal data, that is journalled.</summary>
public sealed class TakeDisputeFile(Writes writes)
{
    /// <summary>Gives it to whoever works on disputes or may see personal data.</summary>
    public Task<Result<DisputeFileRow>> RunAsync(string fileId, Actor by, CancellationToken ct) =>
        writes.RunAsync<DisputeFileRow>(
            async tx =>
            {
                if (!by.May(Permission.SeeDisputes) || (!by.May(Permission.WorkDisputes) && !by.May(Permission.SeePersonalData))) return RefusalCode.NotAllowed;
                if (await tx.Db.Set<DisputeFileRow>().AsNoTracking().SingleOrDefaultAsync(f => f.FileId == fileId, ct) is not { } file) return RefusalCode.NotFound;
                var orderId = await tx.Db.Set<Dispute>().Where(d => d.DisputeId == file.DisputeId).Select(d => d.OrderId).SingleAsync(ct);
                tx.Journal(Order.StreamOf(orderId), DisputeEvents.FileTaken, by, new { file.DisputeId, fileId }, orderId);
                return file;
            },
            ct);
}
