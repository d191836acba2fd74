using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Counting;

/// <summary>Keeps what each document paid up to date.</summary>
internal sealed class AmlPump(CountPayments count, Bells bells, SelfAddress self, ILogger<AmlPump> log) : Pump("counting documents", bells, self, log)
{
    public override Task<bool> WorkAsync(CancellationToken ct) => count.RunAsync(ct);
}
