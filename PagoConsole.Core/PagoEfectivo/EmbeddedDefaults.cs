using Microsoft.Extensions.Options;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>
/// Fills in what the embedded sandbox needs and nobody configured. Afterwards, not as initial values: the binder appends to a default
/// array, which would keep the demo secret valid for ever.
/// </summary>
internal sealed class EmbeddedDefaults : IPostConfigureOptions<PagoEfectivoOptions>
{
    public const string ClientId = "demo-client";
    public const string SecretKey = "demo-secret-key";
    public const string WebhookSecret = "demo-webhook-secret";

    public void PostConfigure(string? name, PagoEfectivoOptions options)
    {
        options.BaseUrl = Trimmed(options.BaseUrl);
        options.ClientId = Trimmed(options.ClientId);
        options.SecretKey = Trimmed(options.SecretKey);
        options.WebhookSecrets = [.. (options.WebhookSecrets ?? []).Select(Trimmed)];
        options.AllowedNetworks = [.. (options.AllowedNetworks ?? []).Select(Trimmed)];
        if (options.Environment != GatewayEnvironment.Embedded) return;
        if (options.ClientId.Length == 0) options.ClientId = ClientId;
        if (options.SecretKey.Length == 0) options.SecretKey = SecretKey;
        if (options.WebhookSecrets.Length == 0) options.WebhookSecrets = [WebhookSecret];
        if (options.AllowedNetworks.Length == 0) options.AllowedNetworks = ["127.0.0.0/8", "::1/128"];
    }

    // A null in a settings file is bound over the initial value.
    private static string Trimmed(string? text) => text?.Trim() ?? "";
}
