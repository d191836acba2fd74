using Hangfire;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Hosting.Jobs;

/// <summary>What Hangfire calls: a trigger and no more. What is due, who runs it and what is tried again is the runner's business.</summary>
internal sealed class JobEntry(JobRunner runner)
{
    /// <summary>Runs what is due of one job.</summary>
    /// <returns>What it came to, for the dashboard.</returns>
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("{0}")]
    public async Task<string> RunAsync(string key, CancellationToken ct)
    {
        var results = await runner.RunAsync(key, ct);
        if (results.FirstOrDefault(result => result.Failure is not null) is { } failed)
            throw new InvalidOperationException(FormattableString.Invariant($"{failed.Key} of {failed.Slot:u} failed"), failed.Failure);
        return string.Join("; ", results.Select(result => FormattableString.Invariant($"{result.Slot:u} {result.Outcome?.Counts}")));
    }
}
