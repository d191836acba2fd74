using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Marketplace;

/// <summary>What annotations cannot say of the section: every fault at once, each by its exact key.</summary>
internal sealed class CheckMarketplaceOptions(IHostEnvironment? host = null) : IValidateOptions<MarketplaceOptions>
{
    private const string Known = "is a demo value that everybody knows; it is not accepted in Production";
    private const int ShortestKey = 12;

    public ValidateOptionsResult Validate(string? name, MarketplaceOptions options)
    {
        List<string> faults = [.. Faults(options)];
        if (host is not null && host.IsProduction()) faults.AddRange(InProduction(options));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MarketplaceOptions options)
    {
        if (options.ApiKey.Any(c => c is <= ' ' or > '~'))
            yield return Fault(nameof(options.ApiKey), "takes visible ASCII characters without spaces");
        if (options.CallbackUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return Fault(nameof(options.CallbackUrl), "takes an absolute http or https address");
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (StandardWebhookSignature.KeyOf(options.Secrets[i]) is null)
                yield return Fault($"{nameof(options.CallbackSecrets)}:{i}", "takes whsec_ followed by base64");
        }
    }

    private static IEnumerable<string> InProduction(MarketplaceOptions options)
    {
        if (options.ApiKey == MarketplaceOptions.DemoApiKey) yield return Fault(nameof(options.ApiKey), Known);
        else if (options.ApiKey.Length is > 0 and < ShortestKey)
            yield return Fault(nameof(options.ApiKey), $"takes at least {ShortestKey} characters in Production");
        if (options.CallbackUrl is null) yield return Fault(nameof(options.CallbackUrl), "is missing; its default is the sandbox, which Production has not");
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            var key = $"{nameof(options.CallbackSecrets)}:{i}";
            if (options.Secrets[i] == MarketplaceOptions.DemoCallbackSecret) yield return Fault(key, Known);
            else if (StandardWebhookSignature.KeyOf(options.Secrets[i]) is { Length: < 24 or > 64 })
                yield return Fault(key, "takes a secret of 24 to 64 bytes in Production");
        }
    }

    private static string Fault(string key, string what) => $"{MarketplaceOptions.Section}:{key}: {what}";
}
