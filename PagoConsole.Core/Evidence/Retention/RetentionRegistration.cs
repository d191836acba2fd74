using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>Registers retention and legal holds.</summary>
public static class RetentionRegistration
{
    /// <summary>Adds terms, dry run, runs and holds; section <c>Retention</c>.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>(RetentionOptions.Section);
        return services
            .AddSingleton<IValidateOptions<RetentionOptions>, CheckRetentionOptions>()
            .AddSingleton<PlanRetention>()
            .AddSingleton<RetentionBook>()
            .AddSingleton<CarryOutRetention>()
            .AddSingleton(s => new StartRetention(
                s.GetRequiredService<Writes>(), s.GetRequiredService<PlanRetention>(), s.GetRequiredService<JobLeases>(), s.GetRequiredService<JobRunner>(),
                s.GetRequiredService<IJobTrigger>()))
            .AddSingleton<IScheduledJob, RetentionJob>()
            .AddSingleton<PlaceHold>()
            .AddSingleton<LiftHold>()
            .AddSingleton<HoldBook>();
    }
}
