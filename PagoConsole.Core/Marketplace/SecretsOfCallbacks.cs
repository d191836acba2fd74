using Microsoft.Extensions.Options;
using PagoConsole.Core.Secrets;

namespace PagoConsole.Core.Marketplace;

/// <summary>Puts the secrets that hold now, also those added in the console, where the configured ones are read.</summary>
internal sealed class SecretsOfCallbacks(SecretShelf shelf) : IPostConfigureOptions<MarketplaceOptions>
{
    public void PostConfigure(string? name, MarketplaceOptions options) => options.CallbackSecrets = [.. shelf.Apply(SecretKind.Callback, options.Secrets)];
}
