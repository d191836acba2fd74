using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>Keeps the counts of one source up to date, once a second: what came since is added by whoever reads them.</summary>
internal sealed class CountingPump(string name, CountOnwards count, Bells bells, SelfAddress self, ILogger<CountingPump> log) : Pump(name, bells, self, log)
{
    public override Task<bool> WorkAsync(CancellationToken ct) => count.RunAsync(ct);
}
