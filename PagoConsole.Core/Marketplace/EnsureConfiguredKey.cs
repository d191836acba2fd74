using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// At start: the key of the configuration holds, with every scope, and one that is no longer there holds no more. What a person revoked
/// stays revoked.
/// </summary>
public sealed partial class EnsureConfiguredKey(Writes writes, IOptions<MarketplaceOptions> options, ILogger<EnsureConfiguredKey> log)
{
    private const string Name = "configured";
    private static readonly Actor By = Actor.Job("configuration");

    /// <summary>Makes it so; twice changes nothing, and nodes that start at once make one key.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var secret = options.Value.ApiKey;
        var dead = await writes.DoAsync(
            async tx => await EnsureAsync(tx, secret, ct) is { } key && !key.HoldsAt(tx.Now) ? key.KeyId : null, ct);
        if (dead is not null) Log.Dead(log, dead);
    }

    private static async Task<ApiKey?> EnsureAsync(WriteScope tx, string secret, CancellationToken ct)
    {
        await tx.LockNamesAsync(["api-key/configured"], ct);
        var hash = KeySecret.HashOf(secret);
        var known = await tx.Db.Set<ApiKey>().Where(k => k.Configured || k.KeyHash == hash).ToListAsync(ct);
        foreach (var dropped in known.Where(k => k.Configured && k.RevokedAt is null && !k.KeyHash.AsSpan().SequenceEqual(hash)))
            RevokeApiKey.Revoke(tx, dropped, By);
        if (secret.Length == 0) return null;
        if (known.Find(k => k.KeyHash.AsSpan().SequenceEqual(hash)) is not { } key) return Add(tx, secret, hash);
        if (key.RevokedAt is not null && key.RevokedBy == By.Signature)
        {
            (key.RevokedAt, key.RevokedBy) = (null, null);
            tx.Journal(key.Stream, ApiKeyEvents.Restored, By, new { key.KeyId, key.Name });
        }

        return key;
    }

    private static ApiKey Add(WriteScope tx, string secret, byte[] hash)
    {
        var key = new ApiKey
        {
            KeyId = Ids.New("key", tx.Now),
            Name = Name,
            Prefix = KeySecret.PrefixOf(secret),
            KeyHash = hash,
            Scopes = ApiScopes.Write(ApiScopes.All),
            Configured = true,
            CreatedAt = tx.Now,
            CreatedBy = By.Signature,
        };
        tx.Db.Add(key);
        tx.Journal(key.Stream, ApiKeyEvents.Issued, By, new { key.KeyId, key.Name, key.Scopes });
        return key;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The configured API key {KeyId} was revoked or replaced in the console and does not hold")]
        public static partial void Dead(ILogger logger, string keyId);
    }
}
