using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What somebody attached to a difference: a letter of PagoEfectivo, a bank statement, the proof of a payout.</summary>
public sealed class AttachmentRow : KeptFile
{
    /// <summary>Its id.</summary>
    public required string AttachmentId { get; init; }

    /// <summary>The difference.</summary>
    public required string DifferenceId { get; init; }
}

/// <summary>Attaches a file to a difference.</summary>
public sealed class AttachToDifference(Writes writes)
{
    /// <summary>Most files of one difference.</summary>
    public const int Most = 20;

    /// <summary>Attaches it; gives its id.</summary>
    public Task<Result<string>> RunAsync(string differenceId, ProofUpload file, Actor by, CancellationToken ct) =>
        writes.RunAsync<string>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                if (!file.IsGood) return new Refusal(RefusalCode.FileNotAccepted, "file");
                if (await tx.LockAsync<Difference>(differenceId, ct) is not { } found) return RefusalCode.NotFound;
                if (await tx.Db.Set<AttachmentRow>().CountAsync(a => a.DifferenceId == differenceId, ct) >= Most) return new Refusal(RefusalCode.Invalid, "file");
                var row = new AttachmentRow
                {
                    AttachmentId = Ids.New("att", tx.Now),
                    DifferenceId = differenceId,
                    FileName = file.SafeName(),
                    Type = file.Type!.Value,
                    Size = file.Content.Length,
                    Sha256 = file.Hash(),
                    Content = file.Content,
                    UploadedBy = by.Signature,
                    UploadedAt = tx.Now,
                };
                tx.Db.Add(row);
                tx.Journal(found.Stream, DifferenceEvents.Attached, by, new { row.AttachmentId, row.Size, sha256 = Convert.ToHexStringLower(row.Sha256) }, null, new { row.FileName });
                return row.AttachmentId;
            },
            ct);
}

/// <summary>Gives a copy of an attachment; since it may hold personal data, that is journalled.</summary>
public sealed class TakeAttachment(Writes writes)
{
    /// <summary>Gives it.</summary>
    public Task<Result<AttachmentRow>> RunAsync(string attachmentId, Actor by, CancellationToken ct) =>
        writes.RunAsync<AttachmentRow>(
            async tx =>
            {
                if (!by.May(Permission.SeeMoney) || (!by.May(Permission.Reconcile) && !by.May(Permission.SeePersonalData))) return RefusalCode.NotAllowed;
                if (await tx.Db.Set<AttachmentRow>().AsNoTracking().SingleOrDefaultAsync(a => a.AttachmentId == attachmentId, ct) is not { } file) return RefusalCode.NotFound;
                tx.Journal(Difference.StreamOf(file.DifferenceId), DifferenceEvents.AttachmentTaken, by, new { attachmentId });
                return file;
            },
            ct);
}
