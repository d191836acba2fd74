using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>Registers workbooks and CSV.</summary>
internal static class WorkbookRegistration
{
    public static IServiceCollection AddWorkbooks(this IServiceCollection services) => services.AddSingleton<WriteWorkbook>();
}
