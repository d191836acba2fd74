using System.Security.Cryptography;
using PagoConsole.Sandbox.Payments;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>One call that came through the door: its number, and its body exactly as it was sent.</summary>
internal sealed record GatewayCall(string RequestId, ReadOnlyMemory<byte> Body)
{
    public static GatewayCall Of(HttpContext http) =>
        http.Features.Get<GatewayCall>() ?? throw new InvalidOperationException("The call did not come through the gateway's door.");

    /// <summary>The caller's key, for this very call on this very payment; null when there is none.</summary>
    public IdempotencyKey? Key(HttpContext http, string call) =>
        http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 128 } key
            ? new(key, call, Convert.ToHexStringLower(SHA256.HashData(Body.Span)))
            : null;
}
