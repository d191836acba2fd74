using System.Globalization;
using System.Resources;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Hosting;
using PagoConsole.Reconciliation.Days;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>The words of workbooks, asked of the resources by culture: who makes a workbook may have another one, or none.</summary>
internal sealed class WorkbookWords : IWorkbookWords
{
    private static readonly ResourceManager Own = new(typeof(WorkbooksText));
    private static readonly ResourceManager Shared = new(typeof(SharedText));
    private static readonly ResourceManager OfDifferences = new(typeof(DifferencesText));

    // What the screen has a word for is called the same here.
    private static readonly (string Prefix, ResourceManager Where, string Called)[] OfTheScreen =
    [
        ($"{nameof(OrderStatus)}_", Shared, "Status_"),
        ("Job_", Shared, "Job_"),
        ("Settlement_", new ResourceManager(typeof(SettlementText)), ""),
        ($"{nameof(DifferenceKind)}_", OfDifferences, "Kind_"),
        ($"{nameof(DifferenceState)}_", OfDifferences, "State_"),
        ($"{nameof(RowStatus)}_", OfDifferences, "Row_"),
        ($"{nameof(DayState)}_", new ResourceManager(typeof(DaysText)), "State_"),
    ];

    public CultureInfo CultureOf(string language) => ConsoleCultures.For(language) ?? ConsoleCultures.Default;

    public string Of(string key, CultureInfo culture)
    {
        var (prefix, where, called) = OfTheScreen.FirstOrDefault(words => key.StartsWith(words.Prefix, StringComparison.Ordinal), (Prefix: "", Where: Own, Called: ""));
        return where.GetString($"{called}{key[prefix.Length..]}", culture) ?? throw new InvalidOperationException($"No resource of workbooks has {key}.");
    }
}
