using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Invoices;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks;

namespace PagoConsole.Core.Reconciliation;

/// <summary>Registers reconciliation.</summary>
public static class ReconciliationRegistration
{
    /// <summary>Adds the daily report, matching, differences, days, settlement, workbooks and invoice data.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSettings<ReconciliationOptions>(ReconciliationOptions.Section)
        .AddReports()
        .AddMatching()
        .AddDifferences()
        .AddDays()
        .AddSettlements()
        .AddWorkbooks()
        .AddInvoices();
}
