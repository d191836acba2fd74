namespace PagoConsole.Reconciliation;

/// <summary>The pages of reconciliation.</summary>
public enum ReconciliationTab
{
    /// <summary>The month and its days.</summary>
    Days,

    /// <summary>Expected against received.</summary>
    Settlement,

    /// <summary>Orders whose invoice data is missing or wrong.</summary>
    Invoices,

    /// <summary>Workbooks that are made in the background.</summary>
    Exports,
}
