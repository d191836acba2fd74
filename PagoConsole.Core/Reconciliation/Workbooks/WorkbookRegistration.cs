using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>Registers workbooks and CSV.</summary>
internal static class WorkbookRegistration
{
    public static IServiceCollection AddWorkbooks(this IServiceCollection services) => services
        .AddSingleton<PairedLines>()
        .AddSingleton(s => new WriteWorkbook(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<PairedLines>(), s.GetRequiredService<IWorkbookWords>(),
            s.GetRequiredService<IWorkbookLinks>(), s.GetRequiredService<TimeProvider>()));
}
