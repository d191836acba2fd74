using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Registers the matcher, the run of a day, and the job that does it each morning.</summary>
internal static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddSingleton<CountDay>()
        .AddSingleton<EndRun>()
        .AddSingleton<DueDays>()
        .AddSingleton<IScheduledJob, ReconciliationJob>()
        .AddSingleton(s => new ReconcileDay(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<StoredReport>(),
            s.GetRequiredService<EndRun>(), s.GetRequiredService<FeeSchedule>(), s.GetRequiredService<IOptionsMonitor<ReconciliationOptions>>()));
}
