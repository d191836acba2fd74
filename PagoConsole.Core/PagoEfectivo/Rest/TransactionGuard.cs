using PagoConsole.Core.Storage;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>The body of a transaction may run more than once, and holds locks while it runs: no call to PagoEfectivo belongs there.</summary>
internal sealed class TransactionGuard : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Writes.InTransaction
            ? throw new InvalidOperationException("PagoEfectivo was called inside a transaction.")
            : base.SendAsync(request, cancellationToken);
}
