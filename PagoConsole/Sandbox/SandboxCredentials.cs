using Microsoft.Extensions.Configuration;

namespace PagoConsole.Sandbox;

/// <summary>
/// What both sides of each wire know, read from the same keys as the console reads: the demo has one configuration
/// and two parties.
/// </summary>
internal sealed record SandboxCredentials(
    string ClientId, string SecretKey, string WebhookSecret, IReadOnlyList<string> CallbackSecrets, string ApiKey)
{
    public static SandboxCredentials From(IConfiguration configuration) => new(
        Text(configuration, "PagoEfectivo:ClientId", "demo-client"),
        Text(configuration, "PagoEfectivo:SecretKey", "demo-secret-key"),
        List(configuration, "PagoEfectivo:WebhookSecrets", "demo-webhook-secret")[0],
        List(configuration, "Marketplace:CallbackSecrets", "whsec_ZGVtby1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ=="),
        Text(configuration, "Marketplace:ApiKey", "demo-marketplace-key"));

    private static string Text(IConfiguration configuration, string key, string otherwise) =>
        configuration[key] is { Length: > 0 } value ? value : otherwise;

    private static IReadOnlyList<string> List(IConfiguration configuration, string key, string otherwise)
    {
        var values = configuration.GetSection(key).Get<string[]>() ?? [];
        return values is [] ? [otherwise] : values;
    }
}
