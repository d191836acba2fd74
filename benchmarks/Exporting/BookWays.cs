using System.Globalization;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Benchmarks.Reconciling;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Exporting;

/// <summary>Two ways to write the workbook of a day.</summary>
internal static class BookWays
{
    private static readonly DifferenceFilter Filter = new() { From = BigDay.Day, To = BigDay.Day };

    /// <summary>As the console does it: all sheets, the rows streamed.</summary>
    public static async Task OursAsync(string folder, string file)
    {
        await using var services = Services(folder);
        await using var to = File.Create(file);
        await services.GetRequiredService<WriteWorkbook>().RunAsync(new WorkbookRequest { Filter = Filter, Language = "en", By = "job:benchmark" }, to, default);
    }

    /// <summary>The sheet of lines alone, with the same columns (but the links, of which a sheet cannot have so many) and formats, every cell an object of ClosedXML.</summary>
    public static async Task ClosedXmlAsync(string folder, string file)
    {
        await using var services = Services(folder);
        var facts = await WorkbookFacts.ReadAsync(services.GetRequiredService<IDbContextFactory<PagoDb>>(), Filter, default);
        var words = new SheetWords(Plain.Instance, "en");
        var columns = LineColumns.Of(words, Plain.Instance).Where(column => column.Kind != CellKind.Link).ToList();
        using var book = new XLWorkbook();
        var frame = new BookFrame(book, words, "", "");
        var sheet = frame.Draw("Lines", "Lines");
        BookFrame.Head(sheet, 1, [.. columns.Select(column => (column.Key, column.Kind, column.Width))]);
        var row = 1;
        await foreach (var batch in services.GetRequiredService<PairedLines>().ReadAsync(facts, default))
        {
            foreach (var line in batch)
            {
                row++;
                for (var i = 0; i < columns.Count; i++) frame.Put(sheet.Cell(row, i + 1), columns[i].Value(line));
            }
        }

        book.SaveAs(file);
    }

    private static ServiceProvider Services(string folder) => BigDay.Services(folder, s => s
        .AddJournal().AddOutbox().AddOrders().AddRisk().AddReview().AddPagoEfectivo().AddPayments().AddReconciliation()
        .AddSingleton<IWorkbookWords>(Plain.Instance).AddSingleton<IWorkbookLinks>(Plain.Instance));

    /// <summary>The words and addresses are the host's, which is no part of this.</summary>
    private sealed class Plain : IWorkbookWords, IWorkbookLinks
    {
        private static readonly Uri Root = new("https://pagos.example.pe/");

        public static Plain Instance { get; } = new();

        public CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language);

        public string Of(string key, CultureInfo culture) => key;

        public Uri Difference(string differenceId) => new(Root, $"reconciliation/differences/{differenceId}");

        public Uri Order(string orderId) => new(Root, $"orders/{Uri.EscapeDataString(orderId)}");

        public Uri Day(DateOnly day) => new(Root, $"reconciliation/{day:yyyy-MM-dd}");
    }
}
