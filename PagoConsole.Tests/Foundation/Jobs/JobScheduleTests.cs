using System.Globalization;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Tests.Foundation.Jobs;

public sealed class JobScheduleTests
{
    [Theory]
    [InlineData(5, "2026-11-22T17:04:59Z", "2026-11-22T17:00:00Z")]
    [InlineData(5, "2026-11-22T17:05:00Z", "2026-11-22T17:05:00Z")]
    [InlineData(7, "1970-01-01T00:20:00Z", "1970-01-01T00:14:00Z")]
    [InlineData(1440, "2026-11-22T17:04:59Z", "2026-11-22T00:00:00Z")]
    public void Slots_of_minutes_count_from_the_epoch(int minutes, string now, string latest) =>
        Assert.Equal(At(latest), JobSchedule.Every(minutes).LatestAt(At(now)));

    [Theory]
    [InlineData("2026-11-22T08:29:59Z", "2026-11-21T08:30:00Z", "2026-11-22T08:30:00Z")]
    [InlineData("2026-11-22T08:30:00Z", "2026-11-22T08:30:00Z", "2026-11-23T08:30:00Z")]
    [InlineData("2026-11-23T04:59:59Z", "2026-11-22T08:30:00Z", "2026-11-23T08:30:00Z")]
    public void Slots_of_days_are_times_in_Lima(string now, string latest, string next)
    {
        var schedule = JobSchedule.DailyAt(new TimeOnly(3, 30));

        Assert.Equal(At(latest), schedule.LatestAt(At(now)));
        Assert.Equal(At(next), schedule.NextAfter(At(now)));
    }

    [Fact]
    public void Between_two_instants_every_slot_is_there_once() =>
        Assert.Equal(
            [At("2026-11-22T17:10:00Z"), At("2026-11-22T17:20:00Z")],
            JobSchedule.Every(10).Between(At("2026-11-22T17:00:00Z"), At("2026-11-22T17:20:00Z")));

    [Theory]
    [InlineData(1, "*/1 * * * *")]
    [InlineData(15, "*/15 * * * *")]
    [InlineData(7, "* * * * *")]
    [InlineData(60, "* * * * *")]
    public void Somebody_looks_at_least_as_often_as_a_slot_is_due(int minutes, string cron) =>
        Assert.Equal(cron, JobSchedule.Every(minutes).Cron);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
