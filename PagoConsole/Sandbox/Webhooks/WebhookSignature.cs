using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Sandbox.Webhooks;

internal static class WebhookSignature
{
    public static string Of(string secret, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
