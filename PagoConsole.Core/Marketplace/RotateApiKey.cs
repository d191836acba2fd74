using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Replaces an API key by a new one of the same name and scopes; the old one goes on for a while.</summary>
public sealed class RotateApiKey(Writes writes)
{
    /// <summary>Longest time for which both keys may hold.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    /// <summary>Replaces it; both hold during the overlap.</summary>
    public Task<Result<IssuedKey>> RunAsync(string keyId, TimeSpan overlap, Actor by, CancellationToken ct) =>
        writes.RunAsync<IssuedKey>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (overlap < TimeSpan.Zero || overlap > LongestOverlap) return new Refusal(RefusalCode.Invalid, "overlap");
                if (await tx.LockAsync<ApiKey>(keyId, ct) is not { } old) return RefusalCode.NotFound;
                if (!old.HoldsAt(tx.Now)) return RefusalCode.NotPossibleInThisState;
                var end = tx.Now + overlap;
                if (old.ExpiresAt is null || old.ExpiresAt > end) old.ExpiresAt = end;
                var issued = IssueApiKey.Make(tx, old.Name, old.Scopes, by, old.KeyId);
                tx.Journal(old.Stream, ApiKeyEvents.Rotated, by, new { old.KeyId, old.Name, by = issued.Key.KeyId, old.ExpiresAt });
                tx.Journal(issued.Key.Stream, ApiKeyEvents.Issued, by, new { issued.Key.KeyId, issued.Key.Name, issued.Key.Scopes, replaces = old.KeyId });
                return issued;
            },
            ct);
}
