using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>Registers the runner of scheduled jobs.</summary>
public static class JobRegistration
{
    /// <summary>Adds <see cref="JobRunner"/> for every <see cref="IScheduledJob"/> that a slice registers; section <c>Jobs</c>.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services)
    {
        services.AddSettings<JobsOptions>(JobsOptions.Section);
        services.AddSingleton<IValidateOptions<JobsOptions>, CheckJobs>();
        services.TryAddSingleton(s =>
        {
            var lease = TimeSpan.FromSeconds(s.GetRequiredService<IOptions<JobsOptions>>().Value.LeaseSeconds);
            return new JobPatience { Lease = lease, Renewal = lease / 4 };
        });
        services.AddSingleton(s => new JobSchedules(s.GetServices<IScheduledJob>(), s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<JobLeases>();
        return services.AddSingleton(s => new JobRunner(
            s.GetRequiredService<JobSchedules>(),
            s.GetRequiredService<JobLeases>(),
            s.GetRequiredService<JobPatience>(),
            s.GetRequiredService<IDbContextFactory<PagoDb>>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<JobRunner>>(),
            s.GetService<IJobPauses>()));
    }
}
