using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Registers reports: pull, upload, reading.</summary>
internal static class ReportRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services;
}
