using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>Where PagoEfectivo is: as configured, or the embedded sandbox on our own address once that is known.</summary>
internal sealed class GatewayAddress(IOptionsMonitor<PagoEfectivoOptions> options, SelfAddress self)
{
    private const string Sandbox = "/sandbox/pagoefectivo";

    public async ValueTask<string> WhenKnownAsync(CancellationToken ct)
    {
        var configured = options.CurrentValue.BaseUrl;
        return string.IsNullOrEmpty(configured)
            ? (await self.WhenKnownAsync(ct)).AbsoluteUri.TrimEnd('/') + Sandbox
            : configured.TrimEnd('/');
    }
}
