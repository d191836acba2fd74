using System.Security.Cryptography;
using System.Text;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Secrets;

/// <summary>What a secret looks like. The settings ask for the same, so one that is added can never make them faulty.</summary>
public static class SecretForm
{
    private const int Shortest = 16;
    private const int Longest = 200;
    private const int ShortestKey = 24;
    private const int LongestKey = 64;
    private const string Demo = "demo-";

    /// <summary>A new one of a kind, of 256 random bits.</summary>
    public static string New(SecretKind kind)
    {
        var bytes = RandomNumberGenerator.GetBytes(32);
        return kind switch
        {
            SecretKind.Callback => $"whsec_{Convert.ToBase64String(bytes)}",
            SecretKind.Webhook or SecretKind.Gateway => Convert.ToHexStringLower(bytes),
        };
    }

    /// <summary>Whether a text can be one. What everybody knows from the demo cannot.</summary>
    public static bool IsOne(SecretKind kind, string text) => kind switch
    {
        SecretKind.Callback => StandardWebhookSignature.KeyOf(text) is { Length: >= ShortestKey and <= LongestKey } key
            && !Encoding.UTF8.GetString(key).StartsWith(Demo, StringComparison.Ordinal),
        SecretKind.Webhook or SecretKind.Gateway => text.Length is >= Shortest and <= Longest && text.All(c => c is > ' ' and <= '~')
            && !text.StartsWith(Demo, StringComparison.Ordinal),
    };
}
