using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Secrets;

/// <summary>Adds a secret beside those that hold; with an overlap the others end after it.</summary>
public sealed class AddSecret(Writes writes, SecretShelf shelf, ISeal seal)
{
    /// <summary>Longest time for which the others may go on.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    /// <summary>Adds it: within two seconds every node uses it.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="text">The secret.</param>
    /// <param name="overlap">After what time the others end; null lets them hold until somebody ends them.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="ct">Ends it.</param>
    public Task<Result<string>> RunAsync(SecretKind kind, string text, TimeSpan? overlap, Actor by, CancellationToken ct) =>
        writes.RunAsync<string>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (text.Trim() is not { } secret || !SecretForm.IsOne(kind, secret)) return new Refusal(RefusalCode.Invalid, "secret");
                if (overlap < TimeSpan.Zero || overlap > LongestOverlap) return new Refusal(RefusalCode.Invalid, "overlap");
                await tx.LockNamesAsync([StoredSecret.Stream], ct);
                await KeepSecrets.SeeAsync(tx, shelf.Configured(), ct);
                var id = StoredSecret.IdOf(kind, secret);
                var others = await tx.Db.Set<StoredSecret>().Where(s => s.Kind == kind).ToListAsync(ct);
                if (others.Exists(other => other.SecretId == id)) return RefusalCode.SecretKnown;
                var added = new StoredSecret
                {
                    SecretId = id,
                    Kind = kind,
                    Fingerprint = StoredSecret.FingerprintOf(kind, secret),
                    Closed = seal.Close(KeepSecrets.Purpose, secret),
                    FirstSeenAt = tx.Now,
                    AddedBy = by.Signature,
                };
                tx.Db.Add(added);
                tx.Journal(StoredSecret.Stream, SecretEvents.Added, by, new { kind, added.Fingerprint });
                if (overlap is { } time) EndSecret.End(tx, others.Where(other => !(other.EndsAt <= tx.Now + time)), tx.Now + time, by);
                tx.Ring(KeepSecrets.Bell);
                return id;
            },
            ct);
}
