using System.Globalization;
using System.Resources;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>The words of workbooks, asked of the resources by culture: who makes a workbook may have another one, or none.</summary>
internal sealed class WorkbookWords : IWorkbookWords
{
    private const string OrderStatusPrefix = $"{nameof(OrderStatus)}_";

    private readonly ResourceManager own = new(typeof(WorkbooksText));
    private readonly ResourceManager shared = new(typeof(SharedText));

    public CultureInfo CultureOf(string language) => ConsoleCultures.For(language) ?? ConsoleCultures.Default;

    public string Of(string key, CultureInfo culture)
    {
        var text = key.StartsWith(OrderStatusPrefix, StringComparison.Ordinal)
            ? shared.GetString($"Status_{key[OrderStatusPrefix.Length..]}", culture)
            : own.GetString(key, culture);
        return text ?? throw new InvalidOperationException($"No resource of workbooks has {key}.");
    }
}
