using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>Checks chains and seals, keeps what came of it beside each seal, journals it, and raises an alarm if anything does not hold.</summary>
public sealed class CheckEvidence(VerifyEvidence verify, Writes writes)
{
    private const string Subject = "journal";

    /// <summary>Checks all.</summary>
    /// <param name="by">Who wanted it; null for the nightly check.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="progress">Told how many entries and leaves were gone through.</param>
    public async Task<EvidenceVerdict> RunAsync(Actor? by, CancellationToken ct, Action<long>? progress = null)
    {
        var verdict = await verify.RunAsync(null, ct, progress);
        await writes.DoAsync(tx => KeepAsync(tx, verdict, by ?? Actor.Job(SealsJob.Name), ct), ct);
        return verdict;
    }

    private static async Task KeepAsync(WriteScope tx, EvidenceVerdict verdict, Actor by, CancellationToken ct)
    {
        var faults = verdict.Seals.Faults.GroupBy(fault => fault.Day).ToDictionary(day => day.Key, day => day.First().Kind);
        foreach (var seal in await tx.Db.Set<DailySeal>().ToListAsync(ct))
            (seal.CheckedAt, seal.Fault) = (tx.Now, faults.TryGetValue(seal.Day, out var fault) ? fault : null);
        tx.Journal(
            SealEvents.Stream,
            SealEvents.Checked,
            by,
            new { verdict.Journal.Entries, verdict.Journal.Streams, verdict.Seals.Seals, verdict.Faults, first = FirstOf(verdict) });
        if (verdict.Holds) await tx.ClearAlarmAsync(AlarmKind.EvidenceBroken, Subject, by, ct);
        else await tx.AlarmAsync(AlarmKind.EvidenceBroken, Subject, by, ct, details: [$"{verdict.Faults}", FirstOf(verdict) ?? ""]);
    }

    private static string? FirstOf(EvidenceVerdict verdict) => verdict switch
    {
        { Journal.Broken: { } fault } => FormattableString.Invariant($"{fault.Stream} {fault.Position}: {fault.Kind}"),
        { Seals.Faults: [var fault, ..] } => FormattableString.Invariant($"{fault.Day:yyyy-MM-dd}: {fault.Kind} {fault.Stream} {fault.Position}").TrimEnd(),
        { UnknownRuns: [var run, ..] } => FormattableString.Invariant($"run {run}"),
        _ => null,
    };
}
