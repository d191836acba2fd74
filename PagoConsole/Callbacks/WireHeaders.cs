using System.Globalization;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Callbacks;

/// <summary>The headers of a message as they were sent.</summary>
internal static class WireHeaders
{
    public static string Of(string id, DateTimeOffset at, string signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"content-type: application/json; charset=utf-8\nuser-agent: {CallbackAnswer.UserAgent}\nwebhook-id: {id}\nwebhook-timestamp: {at.ToUnixTimeSeconds()}\nwebhook-signature: {signature}");
}
