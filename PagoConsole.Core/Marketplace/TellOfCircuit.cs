using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Raises one alarm each time the marketplace's circuit opens, with what waits, and clears it when the marketplace takes messages again.
/// The circuit is each node's own, the alarm is one for all: the first node to get through clears it.
/// </summary>
internal sealed class TellOfCircuit(CallbackCircuit circuit, Writes writes)
{
    private const string Subject = "marketplace";
    private const int MostCounted = 10_000;
    private static readonly Actor By = Actor.Job(OutboxMessage.Bell);

    private DateTimeOffset? told;
    private bool known;

    /// <summary>Tells what has not been told yet.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = circuit.Now;

        // A process that has just started does not know whether an alarm of the one before it is open; the first message taken clears it.
        if (now.Open ? now.Since == told : known ? told is null : now.LastTaken is null) return;
        await writes.DoAsync(tx => now.Open ? RaiseAsync(tx, now, ct) : tx.ClearAlarmAsync(AlarmKind.MarketplaceDown, Subject, By, ct), ct);
        (told, known) = (now.Open ? now.Since : null, true);
    }

    private static async Task RaiseAsync(WriteScope tx, CallbackCircuitState now, CancellationToken ct)
    {
        var waiting = Convert.ToInt64(
            await tx.Db.ScalarAsync("SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = 'Waiting' LIMIT @p0) AS waiting", [MostCounted + 1], ct),
            null);
        var count = waiting > MostCounted ? FormattableString.Invariant($"{MostCounted}+") : FormattableString.Invariant($"{waiting}");
        await tx.AlarmAsync(AlarmKind.MarketplaceDown, Subject, By, ct, details: [count, now.LastFault ?? ""]);
    }
}
