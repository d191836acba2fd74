using System.Security.Cryptography;

namespace PagoConsole.Sandbox;

/// <summary>Identifiers as PagoEfectivo would give them: a prefix, then 26 characters that sort by time.</summary>
internal static class SandboxIds
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(string prefix, DateTimeOffset now) => string.Create(prefix.Length + 26, (prefix, now), static (id, of) =>
    {
        of.prefix.CopyTo(id);
        var time = of.now.ToUnixTimeMilliseconds();
        for (var at = 9; at >= 0; at--, time >>= 5) id[of.prefix.Length + at] = Alphabet[(int)(time & 31)];
        RandomNumberGenerator.GetItems(Alphabet, id[(of.prefix.Length + 10)..]);
    });
}
