using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>A check that a person has had made.</summary>
public sealed class EvidenceCheck
{
    /// <summary>How far it is.</summary>
    public BatchRun Run { get; internal set; } = new(0, CancellationToken.None);

    /// <summary>What it found; null while it runs, and where it was stopped.</summary>
    public EvidenceVerdict? Verdict { get; internal set; }
}

/// <summary>Checks that people have made in the background, one a person and node at a time.</summary>
public sealed class EvidenceChecks(CheckEvidence check, VerifyEvidence verify) : IDisposable
{
    private readonly BatchRuns runs = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, EvidenceCheck> checks = new(StringComparer.Ordinal);

    /// <summary>The check of a person that is at work, or was last; null if there is none.</summary>
    public EvidenceCheck? Of(Actor person) => checks.GetValueOrDefault(person.Signature);

    /// <summary>Starts one; refused while an earlier one of the same person is at work.</summary>
    public async Task<Result<EvidenceCheck>> StartAsync(Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.SeeSeals)) return RefusalCode.NotAllowed;
        var size = (int)Math.Min(int.MaxValue, await verify.SizeAsync(ct));
        var started = new EvidenceCheck();
        var kept = runs.Start(by, size, async run =>
        {
            started.Verdict = await check.RunAsync(by, run.Stopping, seen => run.Advance((int)Math.Min(seen, size) - run.Seen, 0));
        });
        if (!kept.Done) return kept.Refusal!;
        started.Run = kept.Value;
        return checks[by.Signature] = started;
    }

    /// <inheritdoc/>
    public void Dispose() => runs.Dispose();
}
