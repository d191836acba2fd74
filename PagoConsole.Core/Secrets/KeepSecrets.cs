using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Secrets;

/// <summary>
/// Fills the shelf from the database: before the first request, then every second, so that a rotation and the end of an overlap act on
/// every node without a restart. Notes once a minute which secrets the configuration has and which were used.
/// </summary>
public sealed partial class KeepSecrets(
    SecretShelf shelf, IDbContextFactory<PagoDb> contexts, Writes writes, ISeal seal, TimeProvider time, Bells bells, SelfAddress self, ILogger<KeepSecrets> log)
    : Pump(Bell, bells, self, log)
{
    internal const string Bell = "secrets";
    internal const string Purpose = "secret";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly HashSet<string> unreadable = [];
    private long? last;

    /// <inheritdoc/>
    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        await FillAsync(ct);
        if (last is { } before && time.GetElapsedTime(before) < Every) return false;
        last = time.GetTimestamp();
        await NoteAsync(ct);
        return false;
    }

    /// <summary>Reads what holds now.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<StoredSecret>().AsNoTracking().OrderByDescending(s => s.FirstSeenAt).ThenBy(s => s.SecretId).ToListAsync(ct);
        var now = time.GetUtcNow();
        var added = new List<(SecretKind, string)>();
        foreach (var row in rows.Where(row => row.Closed is not null && row.HoldsAt(now)))
        {
            if (seal.Open(Purpose, row.Closed!) is { } secret) added.Add((row.Kind, secret));
            else if (unreadable.Add(row.SecretId)) Log.Unreadable(log, row.SecretId);
        }

        shelf.Put(added, rows.Where(row => !row.HoldsAt(now)).Select(row => row.SecretId).ToHashSet());
    }

    private async Task NoteAsync(CancellationToken ct)
    {
        var configured = shelf.Configured().ToList();
        var used = shelf.TakeUsed();
        await writes.DoAsync(
            async tx =>
            {
                await SeeAsync(tx, configured, ct);
                foreach (var (id, at) in used.OrderBy(use => use.SecretId, StringComparer.Ordinal))
                {
                    await tx.Db.ExecuteAsync(
                        "UPDATE secrets SET last_used_at = @p1 WHERE secret_id = @p0 AND (last_used_at IS NULL OR last_used_at < @p1)", [id, at.ToUnixTimeMilliseconds()], ct);
                }
            },
            ct);
    }

    /// <summary>Knows those of the configuration from the first sight on.</summary>
    internal static async Task SeeAsync(WriteScope tx, IEnumerable<(SecretKind Kind, string Secret)> configured, CancellationToken ct)
    {
        foreach (var (kind, secret) in configured)
        {
            await tx.Db.ExecuteAsync(
                "INSERT INTO secrets (secret_id, kind, fingerprint, first_seen_at, added_by) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT (secret_id) DO NOTHING",
                [StoredSecret.IdOf(kind, secret), kind.ToString(), StoredSecret.FingerprintOf(kind, secret), tx.Now.ToUnixTimeMilliseconds(), Configuration],
                ct);
        }
    }

    internal const string Configuration = "job:configuration";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Secret {SecretId} cannot be opened with the keys that are there; it is not used. Add it again")]
        public static partial void Unreadable(ILogger logger, string secretId);
    }
}
