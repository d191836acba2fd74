using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Schedule;

/// <summary>Registers what people see of jobs and do with them.</summary>
public static class ScheduleRegistration
{
    /// <summary>Adds the board of jobs, running one now, and pauses; the host says how to wake who runs them.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services
        .AddSingleton<IJobPauses>(s => new JobPauses(s.GetRequiredService<IDbContextFactory<PagoDb>>()))
        .AddSingleton<PauseJob>()
        .AddSingleton(s => new RunJobNow(
            s.GetRequiredService<Writes>(), s.GetRequiredService<JobRunner>(), s.GetRequiredService<JobLeases>(), s.GetRequiredService<IJobTrigger>()))
        .AddSingleton(s => new JobBoard(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<JobRunner>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<JobPatience>()));
}
