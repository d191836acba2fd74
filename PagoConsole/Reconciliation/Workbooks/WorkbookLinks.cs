using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>Leads from a row of a workbook back to the console, under the address by which people reach it.</summary>
internal sealed class WorkbookLinks(PublicAddress address) : IWorkbookLinks
{
    public Uri Difference(string differenceId) => At(ConsoleUrls.Difference(differenceId));

    public Uri Order(string orderId) => At(ConsoleUrls.Order(orderId));

    public Uri Day(DateOnly day) => At(ConsoleUrls.Day(day));

    private Uri At(string path) => new(address.Root, path.TrimStart('/'));
}
