using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>
/// Says what a difference is: waiting for PagoEfectivo, explained, corrected, written off, or open again, always with a note. Write-offs from
/// <c>Reconciliation:WriteOffSecondApprovalAmount</c> on take two people; dollars count at the dated rate of the rules.
/// </summary>
public sealed class DecideDifference
{
    private readonly Writes writes;
    private readonly ActiveRules rules;
    private readonly IOptionsMonitor<ReconciliationOptions> options;

    internal DecideDifference(Writes writes, ActiveRules rules, IOptionsMonitor<ReconciliationOptions> options)
    {
        this.writes = writes;
        this.rules = rules;
        this.options = options;
    }

    /// <summary>Decides; gives the difference as it stands then.</summary>
    public Task<Result<Difference>> RunAsync(string differenceId, DifferenceDecision decision, Actor by, CancellationToken ct) =>
        writes.OnDifferenceAsync(differenceId, by, (tx, found) => DecideAsync(tx, found, decision, by, ct), ct);

    /// <summary>As one of many: what takes two people to write off is explained or corrected by itself only.</summary>
    internal async Task<Refusal?> DecideAmongManyAsync(WriteScope tx, Difference found, DifferenceDecision decision, Actor by, CancellationToken ct)
    {
        var large = options.CurrentValue.WriteOffNeedsSecond(found.AtStake, (await rules.ReadAsync(tx.Db, ct)).Rules.Set.Rates);
        return large && decision.To is DifferenceState.Explained or DifferenceState.Corrected
            ? new Refusal(RefusalCode.SecondPersonNeeded)
            : await DecideAsync(tx, found, decision, by, ct);
    }

    internal async Task<Refusal?> DecideAsync(WriteScope tx, Difference found, DifferenceDecision decision, Actor by, CancellationToken ct)
    {
        var (before, wasAsked) = (found.State, found.WriteOffBy);
        var rates = (await rules.ReadAsync(tx.Db, ct)).Rules.Set.Rates;
        var needsSecond = options.CurrentValue.WriteOffNeedsSecond(found.AtStake, rates);
        if (found.Decide(decision, needsSecond, by, tx.Now) is { } refusal) return refusal;
        var asks = found.AwaitsSecond && wasAsked is null;
        tx.Journal(
            found.Stream, asks ? DifferenceEvents.WriteOffAsked : DifferenceEvents.Decided, by,
            new
            {
                found.Kind,
                found.Day,
                from = before,
                to = decision.To,
                amount = found.AtStake.ToWire(),
                currency = found.Currency.Code,
                first = found.State == DifferenceState.WrittenOff ? wasAsked : null,
            },
            null,
            new { note = decision.Note.Trim() });
        await tx.EndDifferenceAlarmAsync(found, by, ct);
        return null;
    }
}
