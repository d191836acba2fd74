using Microsoft.Extensions.Configuration;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Tests.Foundation.Jobs;

public sealed class JobSettingsTests
{
    [Fact]
    public void A_schedule_can_be_changed_by_its_key()
    {
        var schedules = Schedules(("Jobs:WORK:EveryMinutes", "3"), ("Jobs:seal:At", "04:15"), ("Jobs:Enabled", "false"));

        Assert.Empty(schedules.Faults);
        Assert.Equal(JobSchedule.Every(3), schedules.Jobs["work"].Schedule);
        Assert.Equal(JobSchedule.DailyAt(new TimeOnly(4, 15)), schedules.Jobs["seal"].Schedule);
    }

    [Theory]
    [InlineData("Jobs:wrok:EveryMinutes", "3", "Jobs:wrok: there is no such job; there are seal, work")]
    [InlineData("Jobs:work:EveryMinutes", "0", "Jobs:work:EveryMinutes: takes a whole number of minutes from 1 to 1440")]
    [InlineData("Jobs:seal:At", "25:00", "Jobs:seal:At: takes a time of day in Lima such as 03:30")]
    [InlineData("Jobs:work:Often", "yes", "Jobs:work:Often: is no setting of a job; there are EveryMinutes and At")]
    public void What_cannot_be_understood_is_told(string key, string value, string fault) =>
        Assert.Equal([fault], Schedules((key, value)).Faults);

    private static JobSchedules Schedules(params (string Key, string Value)[] settings) => new(
        [new SampleJob("work", JobSchedule.Every(10)), new SampleJob("seal", JobSchedule.DailyAt(new TimeOnly(0, 30)))],
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
