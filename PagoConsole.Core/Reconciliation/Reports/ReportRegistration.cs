using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Registers reports: asking for them, taking them in, reading them back.</summary>
internal static class ReportRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<PlanPull>()
        .AddSingleton<ReportShelf>()
        .AddSingleton(s => new TakeInReport(s.GetRequiredService<ReportShelf>()))
        .AddSingleton(s => new PullReport(s.GetRequiredService<IPaymentGateway>(), s.GetRequiredService<TakeInReport>(), s.GetRequiredService<ReportShelf>()))
        .AddSingleton(s => new StoredReport(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
}
