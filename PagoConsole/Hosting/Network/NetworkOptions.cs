using System.Net;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.Network;

/// <summary>Section <c>Network</c>.</summary>
internal sealed class NetworkOptions
{
    public const string Section = "Network";

    /// <summary>
    /// The proxies whose word on a caller's address and scheme is taken (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>): addresses or
    /// networks in CIDR form, IPv4 and IPv6.
    /// </summary>
    /// <value>Default: none; the headers are then ignored.</value>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>Reads an address, or a network in CIDR form.</summary>
    public static bool TryParse(string? text, out IPNetwork network)
    {
        if (Cidr.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        var plain = Cidr.Plain(address);
        network = new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
        return true;
    }
}

internal sealed class CheckNetwork : IValidateOptions<NetworkOptions>
{
    public ValidateOptionsResult Validate(string? name, NetworkOptions options)
    {
        var faults = options.TrustedProxies.Index().Where(proxy => !NetworkOptions.TryParse(proxy.Item, out _))
            .Select(proxy => $"{NetworkOptions.Section}:{nameof(NetworkOptions.TrustedProxies)}:{proxy.Index}: takes an address or a network such as 10.0.0.0/8")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
