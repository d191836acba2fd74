using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Admin;

/// <summary>Jobs, schedules, counts and times in words. What a job is called that has no words here is its key.</summary>
internal static class JobWords
{
    public static string NameOf(this IStringLocalizer<JobsText> text, string key) => text[$"Job_{key}"] is { ResourceNotFound: false } name ? name : key;

    /// <summary>What it is there for; null when nothing is known of it.</summary>
    public static string? PurposeOf(this IStringLocalizer<JobsText> text, string key) =>
        text[$"Job_{key}_About"] is { ResourceNotFound: false } about ? about.Value : null;

    public static string ScheduleOf(this IStringLocalizer<JobsText> text, JobSchedule schedule) => schedule switch
    {
        { At: { } time } => text["Schedule_Daily", time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        { EveryMinutes: 1 } => text["Schedule_EveryMinute"],
        { EveryMinutes: 60 } => text["Schedule_EveryHour"],
        { EveryMinutes: { } minutes } when minutes % 60 == 0 => text["Schedule_EveryHours", minutes / 60],
        _ => text["Schedule_EveryMinutes", schedule.EveryMinutes ?? 0],
    };

    public static string CountsOf(this IStringLocalizer<JobsText> text, IEnumerable<(string What, long Times)> counts) =>
        string.Join(" · ", counts.Select(count => text.CountOf(count.What, count.Times)));

    /// <summary>What a run came to: its counts, or in words that there were none.</summary>
    public static string OutcomeOf(this IStringLocalizer<JobsText> text, string? outcome) =>
        text.CountsOf(JobOutcome.Read(outcome)) is { Length: > 0 } counts ? counts : text["Nothing"];

    /// <summary>How long something took: <c>340 ms</c>, <c>2.4 s</c>, <c>3 min 20 s</c>.</summary>
    public static string TimeOf(this IStringLocalizer<JobsText> text, TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => text["Time_Milliseconds", (int)time.TotalMilliseconds],
        { TotalSeconds: < 60 } => text["Time_Seconds", time.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture)],
        _ => text["Time_Minutes", (int)time.TotalMinutes, time.Seconds],
    };

    private static string CountOf(this IStringLocalizer<JobsText> text, string what, long times)
    {
        var number = times.ToString("N0", CultureInfo.CurrentCulture);
        return text[$"Count_{what}", number] is { ResourceNotFound: false } words ? words : $"{what} {number}";
    }
}
