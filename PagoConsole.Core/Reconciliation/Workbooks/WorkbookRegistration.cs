using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>Registers workbooks and CSV.</summary>
internal static class WorkbookRegistration
{
    /// <summary>Adds the writing of workbooks, and those that are made in the background; the host gives words and links.</summary>
    public static IServiceCollection AddWorkbooks(this IServiceCollection services) => services
        .AddSettings<WorkbookOptions>(WorkbookOptions.Section)
        .AddSingleton<PairedLines>()
        .AddSingleton(s => new WriteWorkbook(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<PairedLines>(), s.GetRequiredService<IWorkbookWords>(),
            s.GetRequiredService<IWorkbookLinks>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new ExportWorkbook(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<WriteWorkbook>(),
            s.GetRequiredService<IOptionsMonitor<WorkbookOptions>>()))
        .AddSingleton(s => new ExportSettlement(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>(), s.GetRequiredService<SettlementBoard>(),
            s.GetRequiredService<IWorkbookWords>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new TakeWorkbook(s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<Writes>()))
        .AddSingleton<CancelWorkbook>()
        .AddSingleton<WorkbookList>()
        .AddSingleton<WorkbookClaims>()
        .AddSingleton<MakeWorkbooks>()
        .AddSingleton<IScheduledJob, RemoveOldWorkbooks>()
        .AddHostedService<WorkbookPump>();
}
