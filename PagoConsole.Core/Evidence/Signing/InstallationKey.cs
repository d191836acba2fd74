using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Signing;

/// <summary>A signature of this installation.</summary>
/// <param name="KeyId">The key that signed.</param>
/// <param name="Der">ECDSA on P-256 over the content's SHA-256, as DER: what <c>openssl dgst -sha256 -verify</c> takes.</param>
public sealed record KeySignature(string KeyId, byte[] Der);

/// <summary>The public half of a key of this installation.</summary>
/// <param name="KeyId">The first 16 hexadecimal digits of the SHA-256 of its DER form.</param>
/// <param name="Pem">The public half as PEM.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record SigningKeyView(string KeyId, string Pem, DateTimeOffset CreatedAt);

/// <summary>
/// Signs for this installation, with ECDSA on P-256 (FIPS 186-5) over SHA-256. The pair is made at the first signature; if the ring of keys
/// that closes its private half is lost, a new pair is made, and the public halves of former ones stay, so that old signatures hold.
/// </summary>
public sealed partial class InstallationKey(IDbContextFactory<PagoDb> contexts, Writes writes, ISeal seal, ILogger<InstallationKey> log)
{
    /// <summary>The journal's stream on these keys.</summary>
    public const string Stream = "signing-keys";

    /// <summary>Kind of the entry that says that a pair was made.</summary>
    public const string Made = "signing_key.made";

    private const string Purpose = "signing-key";

    /// <summary>Signs a content. Not from inside a transaction: the first signature writes the pair.</summary>
    /// <param name="content">What is signed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<KeySignature> SignAsync(byte[] content, CancellationToken ct)
    {
        var key = await NewestAsync(ct) ?? await MakeAsync(ct);
        using var pair = Open(key) ?? throw new InvalidOperationException($"The signing key {key.KeyId} cannot be opened.");
        return new KeySignature(key.KeyId, pair.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>Every public half, the newest first.</summary>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SigningKeyView>> PublicKeysAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).Select(key => new SigningKeyView(key.KeyId, key.Pem, key.CreatedAt))];

    /// <summary>Whether a signature over a content is of the key with this public half.</summary>
    /// <param name="pem">The public half.</param>
    /// <param name="content">What was signed.</param>
    /// <param name="der">The signature.</param>
    /// <exception cref="ArgumentException">The text holds no public key.</exception>
    public static bool Holds(string pem, byte[] content, byte[] der)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.VerifyData(content, der, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private async Task<SigningKey?> NewestAsync(CancellationToken ct) => (await AllAsync(ct)).Find(Opens);

    private async Task<List<SigningKey>> AllAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Newest(db.Set<SigningKey>().AsNoTracking()).ToListAsync(ct);
    }

    private static IQueryable<SigningKey> Newest(IQueryable<SigningKey> keys) => keys.OrderByDescending(k => k.CreatedAt).ThenBy(k => k.KeyId);

    private Task<SigningKey> MakeAsync(CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                await tx.LockNamesAsync([Stream], ct);
                if ((await Newest(tx.Db.Set<SigningKey>()).ToListAsync(ct)).Find(Opens) is { } other) return other;
                using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                var key = new SigningKey
                {
                    KeyId = SigningKey.IdOf(pair),
                    Pem = pair.ExportSubjectPublicKeyInfoPem() + "\n",
                    Closed = seal.Close(Purpose, Convert.ToBase64String(pair.ExportPkcs8PrivateKey())),
                    CreatedAt = tx.Now,
                };
                tx.Db.Add(key);
                tx.Journal(Stream, Made, Actor.Job("signing"), new { key.KeyId, key.Pem });
                return key;
            },
            ct);

    private bool Opens(SigningKey key)
    {
        using var pair = Open(key);
        if (pair is null) Log.Unreadable(log, key.KeyId);
        return pair is not null;
    }

    private ECDsa? Open(SigningKey key)
    {
        if (seal.Open(Purpose, key.Closed) is not { } text) return null;
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
        return pair;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Signing key {KeyId} cannot be opened with the ring of keys that is there; signatures of it still hold, and a new one signs")]
        public static partial void Unreadable(ILogger logger, string keyId);
    }
}
