using System.Security.Cryptography;
using System.Text;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Marketplace;

/// <summary>The text of a key, and what is kept of it.</summary>
internal static class KeySecret
{
    private const string Begin = "mk_";
    private const int Shown = 8;

    /// <summary>A new key: 160 random bits behind a prefix that scanners for leaked keys can look for.</summary>
    public static string New() => Begin + Ids.Token();

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>How a key of ours begins. Of a configured one, which may be short, at most a quarter is shown.</summary>
    public static string PrefixOf(string key) => key[..Math.Min(Shown, key.Length / 4)];
}
