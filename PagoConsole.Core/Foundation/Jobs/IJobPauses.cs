namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>Which jobs people have stopped for a while.</summary>
public interface IJobPauses
{
    /// <summary>Whether a job's schedule rests; it still runs when a person asks for it.</summary>
    Task<bool> IsPausedAsync(string key, CancellationToken ct);
}

/// <summary>Wakes whoever runs jobs.</summary>
public interface IJobTrigger
{
    /// <summary>Something of this job is due: look at it now instead of at its next turn.</summary>
    void Wake(string key);
}
