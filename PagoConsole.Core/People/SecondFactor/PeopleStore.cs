using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.SecondFactor;

/// <summary>
/// Identity's store, but that a second factor's key is kept closed and recovery codes are kept as hashes: Identity itself would write both as
/// they are.
/// </summary>
internal sealed class PeopleStore(PagoDb db, ISeal seal, IdentityErrorDescriber words) : UserStore<Person, IdentityRole, PagoDb, string>(db, words)
{
    private const string Ours = "[PagoConsole]";
    private const string Key = "AuthenticatorKey";
    private const string Codes = "RecoveryCodes";
    private const string Purpose = "second-factor-key";

    /// <summary>Codes have some 45 random bits, so a hash alone would be guessed by whoever has the database.</summary>
    private const int Rounds = 20_000;

    public override Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Ours, Key, seal.Close(Purpose, key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) =>
        await GetTokenAsync(user, Ours, Key, cancellationToken) is { } closed ? seal.Open(Purpose, closed) : null;

    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        KeepAsync(user, recoveryCodes.Select(code => HashOf(user, code)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(user, cancellationToken);
        if (kept.Count == 0 || !kept.Remove(HashOf(user, code))) return false;
        await KeepAsync(user, kept, cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => (await KeptAsync(user, cancellationToken)).Count;

    private Task KeepAsync(Person user, IEnumerable<string> hashes, CancellationToken ct) => SetTokenAsync(user, Ours, Codes, string.Join(' ', hashes), ct);

    private async Task<List<string>> KeptAsync(Person user, CancellationToken ct) =>
        [.. (await GetTokenAsync(user, Ours, Codes, ct) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string HashOf(Person user, string code)
    {
        var plain = code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(plain, Encoding.UTF8.GetBytes($"recovery/{user.Id}"), Rounds, HashAlgorithmName.SHA256, 16));
    }
}
