using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation;

/// <summary>Leads from one page of reconciliation to the others.</summary>
public sealed partial class ReconciliationTabs
{
    [Inject]
    internal IStringLocalizer<ReconciliationTabsText> Text { get; set; } = default!;

    /// <summary>Where one is.</summary>
    [Parameter, EditorRequired]
    public required ReconciliationTab Active { get; set; }

    private static string HrefOf(ReconciliationTab tab) => tab switch
    {
        ReconciliationTab.Days => ConsoleUrls.ReconciliationPath,
        ReconciliationTab.Settlement => ConsoleUrls.SettlementPath,
        ReconciliationTab.Invoices => ConsoleUrls.InvoicesPath,
        ReconciliationTab.Exports => ConsoleUrls.ExportsPath,
    };
}
