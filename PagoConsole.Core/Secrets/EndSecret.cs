using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Secrets;

/// <summary>Ends a secret at once, also one of the configuration; or lets one go on that was to end.</summary>
public sealed class EndSecret(Writes writes, SecretShelf shelf)
{
    /// <summary>Ends it: within two seconds no node uses it. The last one that holds without an end is refused.</summary>
    public Task<Result<Unit>> RunAsync(string secretId, Actor by, CancellationToken ct) => ChangeAsync(
        secretId,
        by,
        (tx, secret, others) =>
        {
            if (!secret.HoldsAt(tx.Now)) return null;
            var configured = shelf.Configured().Select(own => StoredSecret.IdOf(own.Kind, own.Secret)).ToHashSet();
            if (!others.Exists(other => other.EndsAt is null && (other.Closed is not null || configured.Contains(other.SecretId)))) return RefusalCode.LastSecret;
            End(tx, [secret], tx.Now, by);
            return null;
        },
        ct);

    /// <summary>Lets it go on without an end.</summary>
    public Task<Result<Unit>> KeepAsync(string secretId, Actor by, CancellationToken ct) => ChangeAsync(
        secretId,
        by,
        (tx, secret, _) =>
        {
            if (!secret.HoldsAt(tx.Now)) return RefusalCode.NotPossibleInThisState;
            if (secret.EndsAt is null) return null;
            secret.EndsAt = null;
            tx.Journal(StoredSecret.Stream, SecretEvents.Kept, by, new { secret.Kind, secret.Fingerprint });
            return null;
        },
        ct);

    internal static void End(WriteScope tx, IEnumerable<StoredSecret> secrets, DateTimeOffset at, Actor by)
    {
        foreach (var secret in secrets)
        {
            secret.EndsAt = at;
            tx.Journal(StoredSecret.Stream, SecretEvents.Ended, by, new { secret.Kind, secret.Fingerprint, secret.EndsAt });
        }
    }

    private Task<Result<Unit>> ChangeAsync(
        string secretId, Actor by, Func<WriteScope, StoredSecret, List<StoredSecret>, RefusalCode?> change, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                await tx.LockNamesAsync([StoredSecret.Stream], ct);
                if (await tx.LockAsync<StoredSecret>(secretId, ct) is not { } secret) return RefusalCode.NotFound;
                var others = await tx.Db.Set<StoredSecret>().Where(s => s.Kind == secret.Kind && s.SecretId != secretId).ToListAsync(ct);
                if (change(tx, secret, others) is { } refusal) return refusal;
                tx.Ring(KeepSecrets.Bell);
                return default(Unit);
            },
            ct);
}
