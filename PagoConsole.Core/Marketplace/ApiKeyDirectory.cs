using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Who calls, by their key, from memory: the few keys are read again when what is known is a second old, and nothing older than two
/// seconds is used. So a revocation acts on every node within two seconds, and a call costs no query.
/// </summary>
public sealed class ApiKeyDirectory
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;
    private readonly TimeProvider real;
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();
    private volatile Known? known;

    /// <param name="contexts">Where the keys are.</param>
    /// <param name="time">The clock by which keys expire.</param>
    /// <param name="real">The clock by which what is known grows old.</param>
    internal ApiKeyDirectory(IDbContextFactory<PagoDb> contexts, TimeProvider time, TimeProvider real)
    {
        this.contexts = contexts;
        this.time = time;
        this.real = real;
    }

    /// <summary>The caller that a key stands for; null if it is no key, or no longer one.</summary>
    public async ValueTask<Actor?> FindAsync(string key, CancellationToken ct)
    {
        var now = await KnownAsync(ct);
        if (!now.Keys.TryGetValue(Convert.ToHexString(KeySecret.HashOf(key)), out var holder)) return null;
        var instant = time.GetUtcNow();
        if (!holder.Key.HoldsAt(instant)) return null;
        used[holder.Key.KeyId] = instant;
        return holder.Actor;
    }

    /// <summary>Which keys were used since this was last asked, and when.</summary>
    internal IReadOnlyList<KeyValuePair<string, DateTimeOffset>> TakeUsed()
    {
        var taken = new List<KeyValuePair<string, DateTimeOffset>>();
        foreach (var keyId in used.Keys)
            if (used.TryRemove(keyId, out var at)) taken.Add(new(keyId, at));
        return taken;
    }

    private async ValueTask<Known> KnownAsync(CancellationToken ct)
    {
        if (known is { } fresh && AgeOf(fresh) < Fresh) return fresh;

        // One caller reads; the others go on with what is known as long as it is young enough.
        var patience = known is { } old && AgeOf(old) < Oldest ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        if (!await turn.WaitAsync(patience, ct)) return known!;
        try
        {
            if (known is not { } read || AgeOf(read) >= Fresh) known = await ReadAsync(ct);
            return known!;
        }
        finally
        {
            turn.Release();
        }
    }

    private TimeSpan AgeOf(Known what) => real.GetElapsedTime(what.ReadAt);

    private async Task<Known> ReadAsync(CancellationToken ct)
    {
        var at = real.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = await db.Set<ApiKey>().AsNoTracking().Where(k => k.RevokedAt == null).ToListAsync(ct);
        return new Known(at, keys.ToFrozenDictionary(k => Convert.ToHexString(k.KeyHash), Holder.Of));
    }

    private sealed record Known(long ReadAt, FrozenDictionary<string, Holder> Keys);

    private sealed record Holder(ApiKey Key, Actor Actor)
    {
        public static Holder Of(ApiKey key) => new(key, new Actor(ActorKind.ApiKey, key.KeyId, key.Name, ApiScopes.Read(key.Scopes)));
    }
}
