namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>Where the console shows what a row of a workbook tells of; the addresses are the host's.</summary>
public interface IWorkbookLinks
{
    /// <summary>A difference.</summary>
    Uri Difference(string differenceId);

    /// <summary>An order.</summary>
    Uri Order(string orderId);

    /// <summary>A business day.</summary>
    Uri Day(DateOnly day);
}
