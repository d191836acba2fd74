using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>One slot of one job: whoever inserts the row runs it; it can be taken over once its lease has run out.</summary>
public sealed class JobRun
{
    /// <summary>Which job.</summary>
    public required string JobKey { get; init; }

    /// <summary>Which slot.</summary>
    public required DateTimeOffset ScheduledFor { get; init; }

    /// <summary>Who runs it at present; null when nobody does.</summary>
    public string? LeaseToken { get; init; }

    /// <summary>Until when the runner's claim holds, or the earliest instant of the next attempt. Real time, not business time.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>When the last attempt began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was done or given up; null while it is neither.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What it came to: counts, or one of <see cref="Superseded"/> and <see cref="GivenUp"/>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>How often it was begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>The node that runs it, as its claim names it; null when none does.</summary>
    public string? Node => LeaseToken?.LastIndexOf('/') is { } end and > 0 ? LeaseToken[..end] : null;

    /// <summary>How it stands.</summary>
    /// <param name="realNow">Now in real time, by which claims hold.</param>
    public JobRunState StateAt(DateTimeOffset realNow) => this switch
    {
        { FinishedAt: not null, Outcome: GivenUp } => JobRunState.GivenUp,
        { FinishedAt: not null, Error: not null } => JobRunState.Failed,
        { FinishedAt: not null, Outcome: Superseded } => JobRunState.Superseded,
        { FinishedAt: not null } => JobRunState.Done,
        { LeaseToken: not null } => LeaseUntil > realNow ? JobRunState.Running : JobRunState.Lost,
        { Error: not null } => JobRunState.Failed,
        _ => JobRunState.Waiting,
    };

    /// <summary>A newer slot did its work.</summary>
    public const string Superseded = "superseded";

    /// <summary>It failed too often.</summary>
    public const string GivenUp = "given up";
}

/// <summary>How a run stands.</summary>
public enum JobRunState
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Somebody runs it.</summary>
    Running,

    /// <summary>It is due and nobody has begun it yet, or it was given back.</summary>
    Waiting,

    /// <summary>Its last attempt failed, and it is tried again or a newer slot took its work; or something stood in its way.</summary>
    Failed,

    /// <summary>It failed too often.</summary>
    GivenUp,

    /// <summary>A newer slot did its work.</summary>
    Superseded,

    /// <summary>Who ran it died; somebody takes it over.</summary>
    Lost,
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs").HasKey(r => new { r.JobKey, r.ScheduledFor });
        builder.Property(r => r.JobKey).HasMaxLength(60);
    }
}
