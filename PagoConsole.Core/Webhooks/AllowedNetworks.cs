using System.Net;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Webhooks;

/// <summary>Where deliveries may come from: <c>PagoEfectivo:AllowedNetworks</c>, as they stand now.</summary>
internal sealed class AllowedNetworks : IDisposable
{
    private readonly IDisposable? changes;
    private volatile IPNetwork[] networks;

    public AllowedNetworks(IOptionsMonitor<PagoEfectivoOptions> options)
    {
        networks = Read(options.CurrentValue);
        changes = options.OnChange(changed => networks = Read(changed));
    }

    /// <summary>Whether a sender may knock. One without an address may not.</summary>
    public bool Has(IPAddress? sender) => sender is not null && networks.Contain(sender);

    public void Dispose() => changes?.Dispose();

    private static IPNetwork[] Read(PagoEfectivoOptions options) =>
        [.. options.AllowedNetworks.Select(text => Cidr.TryParse(text, out var network) ? network : throw NotChecked(text))];

    private static InvalidOperationException NotChecked(string text) => new($"'{text}' passed the check of settings but is no network.");
}
