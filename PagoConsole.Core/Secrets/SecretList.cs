using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Secrets;

/// <summary>How a secret stands.</summary>
public enum SecretState
{
    /// <summary>It signs, or is accepted.</summary>
    InUse,

    /// <summary>It holds, but a newer one signs in its place.</summary>
    Standby,

    /// <summary>It holds until a set time.</summary>
    Ending,

    /// <summary>It holds no more.</summary>
    Ended,

    /// <summary>The configuration has it no more.</summary>
    Gone,
}

/// <summary>One secret as those who manage access see it; never the secret itself.</summary>
/// <param name="Secret">What is known of it.</param>
/// <param name="Configured">Whether the configuration has it.</param>
/// <param name="State">How it stands.</param>
public sealed record SecretLine(StoredSecret Secret, bool Configured, SecretState State);

/// <summary>All secrets.</summary>
public sealed class SecretList(IDbContextFactory<PagoDb> contexts, SecretShelf shelf, TimeProvider time)
{
    /// <summary>Reads them by kind, the newest first, for those who manage access.</summary>
    public async Task<Result<IReadOnlyList<SecretLine>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<StoredSecret>().AsNoTracking().OrderByDescending(s => s.FirstSeenAt).ThenBy(s => s.SecretId).ToListAsync(ct);
        var configured = shelf.Configured().ToDictionary(own => StoredSecret.IdOf(own.Kind, own.Secret));
        rows.AddRange(configured.Where(own => !rows.Exists(row => row.SecretId == own.Key)).Select(own => Unseen(own.Value.Kind, own.Value.Secret)));
        var now = time.GetUtcNow();

        // Those added sign before those of the configuration, the newest first.
        var signs = rows.Where(row => row.Kind == SecretKind.Gateway && Holds(row)).OrderBy(row => row.Closed is null).FirstOrDefault();
        return rows.ConvertAll(row => new SecretLine(row, configured.ContainsKey(row.SecretId), StateOf(row)));

        bool Holds(StoredSecret row) => row.HoldsAt(now) && (row.Closed is not null || configured.ContainsKey(row.SecretId));

        SecretState StateOf(StoredSecret row) =>
            !row.HoldsAt(now) ? SecretState.Ended
            : !Holds(row) ? SecretState.Gone
            : row.EndsAt is not null ? SecretState.Ending
            : row.Kind == SecretKind.Gateway && row != signs ? SecretState.Standby
            : SecretState.InUse;
    }

    private StoredSecret Unseen(SecretKind kind, string secret) => new()
    {
        SecretId = StoredSecret.IdOf(kind, secret),
        Kind = kind,
        Fingerprint = StoredSecret.FingerprintOf(kind, secret),
        FirstSeenAt = time.GetUtcNow(),
        AddedBy = KeepSecrets.Configuration,
    };
}
