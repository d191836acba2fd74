using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>Section <c>Jobs</c>. Beside <see cref="Enabled"/>, <c>Jobs:{key}:EveryMinutes</c> or <c>Jobs:{key}:At</c> change one job's schedule.</summary>
public sealed class JobsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Jobs";

    /// <summary>Whether scheduled jobs run in this process.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How long the work of a process that died is kept for it before another one takes it over, in seconds.</summary>
    /// <value>Default 60; 5 to 600.</value>
    [Range(5, 600, ErrorMessage = "takes 5 to 600 seconds")]
    public int LeaseSeconds { get; set; } = 60;
}

/// <summary>Every job with the schedule that holds for it.</summary>
internal sealed class JobSchedules
{
    private const string EveryMinutes = nameof(EveryMinutes);
    private const string At = nameof(At);

    private static readonly string[] Own = [nameof(JobsOptions.Enabled), nameof(JobsOptions.LeaseSeconds)];
    private readonly List<string> faults = [];

    public JobSchedules(IEnumerable<IScheduledJob> jobs, IConfiguration settings)
    {
        var section = settings.GetSection(JobsOptions.Section);
        Jobs = jobs.OrderBy(job => job.Key, StringComparer.Ordinal)
            .ToDictionary(job => job.Key, job => (job, ScheduleOf(job, section.GetSection(job.Key))), StringComparer.OrdinalIgnoreCase);
        foreach (var unknown in section.GetChildren().Where(child => !Jobs.ContainsKey(child.Key) && !Own.Any(own => Is(child.Key, own))))
            faults.Add($"{unknown.Path}: there is no such job; there are {string.Join(", ", Jobs.Keys)}");
    }

    public IReadOnlyDictionary<string, (IScheduledJob Job, JobSchedule Schedule)> Jobs { get; }

    public IReadOnlyList<string> Faults => faults;

    private JobSchedule ScheduleOf(IScheduledJob job, IConfigurationSection own)
    {
        var schedule = job.Schedule;
        foreach (var setting in own.GetChildren())
        {
            if (Is(setting.Key, EveryMinutes) && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= 1440)
                schedule = JobSchedule.Every(minutes, schedule.CatchUp);
            else if (Is(setting.Key, At) && TimeOnly.TryParseExact(setting.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                schedule = JobSchedule.DailyAt(time, schedule.CatchUp);
            else if (Is(setting.Key, EveryMinutes)) faults.Add($"{setting.Path}: takes a whole number of minutes from 1 to 1440");
            else if (Is(setting.Key, At)) faults.Add($"{setting.Path}: takes a time of day in Lima such as 03:30");
            else faults.Add($"{setting.Path}: is no setting of a job; there are {EveryMinutes} and {At}");
        }

        return schedule;
    }

    private static bool Is(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}

internal sealed class CheckJobs(JobSchedules schedules) : IValidateOptions<JobsOptions>
{
    public ValidateOptionsResult Validate(string? name, JobsOptions options) =>
        schedules.Faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(schedules.Faults);
}
