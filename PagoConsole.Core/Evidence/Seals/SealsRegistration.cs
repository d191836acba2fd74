using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>Registers the seals.</summary>
public static class SealsRegistration
{
    /// <summary>Adds the book of seals, the job that makes them, and what checks them.</summary>
    public static IServiceCollection AddSeals(this IServiceCollection services) => services
        .AddSingleton<SealBook>()
        .AddSingleton<ExportSeal>()
        .AddSingleton<VerifyEvidence>()
        .AddSingleton<CheckEvidence>()
        .AddSingleton<EvidenceChecks>()
        .AddSingleton(s => new SealDays(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Dialect>(), s.GetRequiredService<Writes>(),
            s.GetRequiredService<InstallationKey>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IScheduledJob, SealsJob>();
}
