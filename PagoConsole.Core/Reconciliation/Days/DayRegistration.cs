using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>Registers days: calendar, closing.</summary>
internal static class DayRegistration
{
    public static IServiceCollection AddDays(this IServiceCollection services) => services
        .AddSingleton<CloseDay>()
        .AddSingleton<ReopenDay>()
        .AddSingleton(s => new RefreshDay(
            s.GetRequiredService<PullReport>(), s.GetRequiredService<TakeInReport>(), s.GetRequiredService<ReconcileDay>()))
        .AddSingleton(s => new DatedRate(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<ActiveRules>()))
        .AddSingleton(s => new DayView(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<ActiveRules>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new MonthView(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<ActiveRules>(), s.GetRequiredService<TimeProvider>()));
}
