using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Marketplace;

/// <summary>Section <c>Marketplace</c>. The demo values are refused in Production.</summary>
public sealed class MarketplaceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Marketplace";

    internal const string DemoApiKey = "demo-marketplace-key";
    internal const string DemoCallbackSecret = "whsec_ZGVtby1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ==";

    /// <summary>An API key that holds from the start, with every scope; an empty text means that all keys are issued in the console.</summary>
    /// <value>Default: <c>demo-marketplace-key</c>. In Production at least 12 characters.</value>
    public string ApiKey { get; set; } = DemoApiKey;

    /// <summary>Where callbacks go: absolute, http or https.</summary>
    /// <value>Default: <c>{self}/sandbox/marketplace/callbacks</c>. Required in Production.</value>
    public string? CallbackUrl { get; set; }

    /// <summary>The secrets that sign callbacks, each <c>whsec_</c> and base64. Several sign at once, so that one can be changed with an overlap.</summary>
    /// <value>Default: one demo secret. In Production each of 24 to 64 bytes.</value>
    public string[]? CallbackSecrets { get; set; }

    /// <summary>Calls a second that one API key may make on each node; twice as many at once.</summary>
    /// <value>Default: 500. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000, ErrorMessage = "takes a number of calls a second from 1 to 1000000")]
    public int RateLimitPerSecond { get; set; } = 500;

    internal IReadOnlyList<string> Secrets => CallbackSecrets is { Length: > 0 } secrets ? secrets : [DemoCallbackSecret];
}
