using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Revokes an API key: within two seconds no node takes it any more.</summary>
public sealed class RevokeApiKey(Writes writes)
{
    /// <summary>Revokes it; a second time changes nothing.</summary>
    public Task<Result<Unit>> RunAsync(string keyId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<ApiKey>(keyId, ct) is not { } key) return RefusalCode.NotFound;
                if (key.RevokedAt is null) Revoke(tx, key, by);
                return default(Unit);
            },
            ct);

    internal static void Revoke(WriteScope tx, ApiKey key, Actor by)
    {
        key.RevokedAt = tx.Now;
        key.RevokedBy = by.Signature;
        tx.Journal(key.Stream, ApiKeyEvents.Revoked, by, new { key.KeyId, key.Name });
    }
}
