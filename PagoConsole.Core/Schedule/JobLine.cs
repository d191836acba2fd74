using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Core.Schedule;

/// <summary>One run, as the board shows it.</summary>
/// <param name="Run">Its row.</param>
/// <param name="State">How it stands.</param>
/// <param name="AskedFor">A person wanted it; the schedule did not.</param>
public sealed record JobLineRun(JobRun Run, JobRunState State, bool AskedFor)
{
    /// <summary>How long it took; null while it runs, and where it never ran to an end.</summary>
    public TimeSpan? Duration => State is JobRunState.Done && Run.FinishedAt is { } end ? end - Run.StartedAt : null;
}

/// <summary>One job, as the board shows it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Pause">Since when it rests; null when it does not.</param>
/// <param name="NextAt">Its next slot; null while it rests.</param>
/// <param name="Runs">Its last runs, the oldest first.</param>
public sealed record JobLine(string Key, JobSchedule Schedule, JobPause? Pause, DateTimeOffset? NextAt, IReadOnlyList<JobLineRun> Runs)
{
    /// <summary>The run that is going on; null when none is.</summary>
    public JobRun? Running => Runs.LastOrDefault(run => run.State == JobRunState.Running)?.Run;

    /// <summary>The newest run that has ended, well or not; null when there is none.</summary>
    public JobLineRun? Last => Runs.LastOrDefault(run => run.State is JobRunState.Done or JobRunState.Failed or JobRunState.GivenUp);

    /// <summary>Whether the last run that ended did not end well.</summary>
    public bool Fails => Last?.State is JobRunState.Failed or JobRunState.GivenUp;

    /// <summary>Whether a run was asked for, or is to be taken over, and nobody has it yet.</summary>
    public bool Waits => Running is null && Runs.Any(run => run.State is JobRunState.Waiting or JobRunState.Lost);

    /// <summary>What the shown runs worked off together.</summary>
    public IReadOnlyList<(string What, long Times)> Counts =>
        [.. Runs.SelectMany(run => JobOutcome.Read(run.Run.Outcome)).GroupBy(count => count.What).Select(group => (group.Key, group.Sum(count => count.Times)))];

    /// <summary>How many of the shown runs failed.</summary>
    public int Failures => Runs.Count(run => run.State is JobRunState.Failed or JobRunState.GivenUp);
}
