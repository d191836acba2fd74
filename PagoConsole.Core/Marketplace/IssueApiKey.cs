using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>A key that was just made.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The key itself: shown once, and never again.</param>
public sealed record IssuedKey(ApiKey Key, string Secret);

/// <summary>Issues a new API key.</summary>
public sealed class IssueApiKey(Writes writes)
{
    /// <summary>Longest name of a key.</summary>
    public const int LongestName = 60;

    /// <summary>Issues it with these scopes, of which there must be at least one.</summary>
    public Task<Result<IssuedKey>> RunAsync(string name, IReadOnlySet<Permission> scopes, Actor by, CancellationToken ct) =>
        writes.RunAsync<IssuedKey>(
            tx =>
            {
                if (!by.May(Permission.ManageAccess)) return Refuse(RefusalCode.NotAllowed);
                if (name.Trim() is not { Length: > 0 and <= LongestName } called) return Refuse(new Refusal(RefusalCode.Invalid, "name"));
                if (scopes.Count == 0 || !scopes.IsSubsetOf(ApiScopes.All)) return Refuse(new Refusal(RefusalCode.Invalid, "scopes"));
                var issued = Make(tx, called, ApiScopes.Write(scopes), by, replaces: null);
                tx.Journal(issued.Key.Stream, ApiKeyEvents.Issued, by, new { issued.Key.KeyId, issued.Key.Name, issued.Key.Scopes });
                return Task.FromResult<Result<IssuedKey>>(issued);
            },
            ct);

    internal static IssuedKey Make(WriteScope tx, string name, string scopes, Actor by, string? replaces)
    {
        var secret = KeySecret.New();
        var key = new ApiKey
        {
            KeyId = Ids.New("key", tx.Now),
            Name = name,
            Prefix = KeySecret.PrefixOf(secret),
            KeyHash = KeySecret.HashOf(secret),
            Scopes = scopes,
            CreatedAt = tx.Now,
            CreatedBy = by.Signature,
            Replaces = replaces,
        };
        tx.Db.Add(key);
        return new IssuedKey(key, secret);
    }

    private static Task<Result<IssuedKey>> Refuse(Result<IssuedKey> refusal) => Task.FromResult(refusal);
}
