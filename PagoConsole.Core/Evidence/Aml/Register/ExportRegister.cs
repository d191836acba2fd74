using ClosedXML.Excel;
using PagoConsole.Core.Evidence.Aml.Reports;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Register;

/// <summary>Takes the register of a month out of the console, as a workbook or as CSV. Who took it is journalled.</summary>
public sealed class ExportRegister
{
    private readonly Writes writes;
    private readonly AmlRegister register;
    private readonly IAmlWords words;
    private readonly TimeProvider time;

    internal ExportRegister(Writes writes, AmlRegister register, IAmlWords words, TimeProvider time) => (this.writes, this.register, this.words, this.time) = (writes, register, words, time);

    /// <summary>Exports it.</summary>
    public async Task<Result<AmlExport>> RunAsync(AmlMonth month, bool csv, string language, Actor by, CancellationToken ct)
    {
        var read = await register.TakeAsync(month, by, ct);
        if (read.Refusal is { } refusal) return refusal;
        var content = csv ? await CsvAsync(read.Value, ct) : Book(read.Value, new SheetWords(words, language), by.Name);
        await writes.DoAsync(
            tx =>
            {
                tx.Journal(AmlEvents.ExportStream, AmlEvents.RegisterTaken, by, new { month = month.ToString(), form = csv ? "csv" : "xlsx", rows = read.Value.Entries.Count });
                return Task.CompletedTask;
            },
            ct);
        return new AmlExport($"register-{month}.{(csv ? "csv" : "xlsx")}", content);
    }

    private static async Task<Stream> CsvAsync(RegisterView view, CancellationToken ct)
    {
        var content = new MemoryStream();
        var words = CodeWords.Instance;
        await WriteCsv.RunAsync(new SheetOf<RegisterEntry>("", "", RegisterColumns.Of(words), words, view.Entries.Count, _ => One(view.Entries)), content, () => { }, ct);
        content.Position = 0;
        return content;
    }

    private static async IAsyncEnumerable<IReadOnlyList<RegisterEntry>> One(IReadOnlyList<RegisterEntry> entries)
    {
        await Task.CompletedTask;
        yield return entries;
    }

    private Stream Book(RegisterView view, SheetWords language, string by)
    {
        using var book = new XLWorkbook();
        var title = $"{language["Sheet_Register"]} {view.Rules.Month}";
        var drawn = new AmlBook(book, language, title, by, time.GetUtcNow());
        drawn.Table("Sheet_Register", RegisterColumns.Of(language), view.Entries);
        return drawn.Save();
    }
}
