using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Notes once a minute which API keys were used, so that a call costs no write.</summary>
internal sealed class RecordKeyUse(
    ApiKeyDirectory directory, Writes writes, TimeProvider time, Bells bells, SelfAddress self, ILogger<RecordKeyUse> log)
    : Pump("api-key-use", bells, self, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private long? last;

    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        if (last is { } before && time.GetElapsedTime(before) < Every) return false;
        last = time.GetTimestamp();
        var used = directory.TakeUsed();
        if (used.Count == 0) return false;
        await writes.DoAsync(
            async tx =>
            {
                foreach (var (keyId, at) in used.OrderBy(use => use.Key, StringComparer.Ordinal))
                {
                    await tx.Db.ExecuteAsync(
                        "UPDATE api_keys SET last_used_at = @p1 WHERE key_id = @p0 AND (last_used_at IS NULL OR last_used_at < @p1)",
                        [keyId, at.ToUnixTimeMilliseconds()],
                        ct);
                }
            },
            ct);
        return false;
    }
}
