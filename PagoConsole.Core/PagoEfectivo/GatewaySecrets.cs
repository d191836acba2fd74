using Microsoft.Extensions.Options;
using PagoConsole.Core.Secrets;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Puts the secrets that hold now, also those added in the console, where the configured ones are read.</summary>
internal sealed class GatewaySecrets(SecretShelf shelf) : IPostConfigureOptions<PagoEfectivoOptions>
{
    public void PostConfigure(string? name, PagoEfectivoOptions options)
    {
        if (options.SecretKey.Length > 0) options.SecretKey = shelf.Apply(SecretKind.Gateway, [options.SecretKey])[0];
        if (options.WebhookSecrets.Length > 0) options.WebhookSecrets = [.. shelf.Apply(SecretKind.Webhook, options.WebhookSecrets)];
    }
}
