using System.IO.Compression;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>Writes a workbook or a CSV. It asks for no permission: whoever calls it has asked, or is the command line.</summary>
public sealed class WriteWorkbook
{
    /// <summary>A sheet holds 1,048,576 rows, one of which is the header.</summary>
    internal const int MostRows = 1_048_575;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly PairedLines lines;
    private readonly IWorkbookWords words;
    private readonly IWorkbookLinks links;
    private readonly TimeProvider time;
    private int rowsOfSheet = MostRows;

    internal WriteWorkbook(IDbContextFactory<PagoDb> contexts, PairedLines lines, IWorkbookWords words, IWorkbookLinks links, TimeProvider time)
    {
        this.contexts = contexts;
        this.lines = lines;
        this.words = words;
        this.links = links;
        this.time = time;
    }

    /// <summary>Writes it.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="to">Where to; need not be seekable, is left open.</param>
    /// <param name="ct">Ends it half-way; what is written by then is of no use.</param>
    /// <param name="progress">Hears how far it is, every thousand rows.</param>
    public async Task<WorkbookWritten> RunAsync(WorkbookRequest request, Stream to, CancellationToken ct, IProgress<WorkbookProgress>? progress = null)
    {
        var facts = await WorkbookFacts.ReadAsync(contexts, request.Filter, ct);
        var contents = new WorkbookContents(contexts, lines, links, facts, time.GetUtcNow());
        switch (request.Form)
        {
            case WorkbookForm.Workbook:
                return await WriteBookAsync(request, contents, to, progress, ct);
            case WorkbookForm.LinesCsv:
                var written = await WriteCsv.RunAsync(contents.LinesForPrograms(), to, Tick(progress, facts.LinesToRead), ct);
                return new WorkbookWritten(written, 0, written, 0);
            case WorkbookForm.DifferencesCsv:
                var differences = await WriteCsv.RunAsync(contents.DifferencesForPrograms(), to, Tick(progress, facts.Differences), ct);
                return new WorkbookWritten(differences, differences, 0, 0);
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request.Form, null);
        }
    }

    private async Task<WorkbookWritten> WriteBookAsync(
        WorkbookRequest request, WorkbookContents contents, Stream to, IProgress<WorkbookProgress>? progress, CancellationToken ct)
    {
        var language = new SheetWords(words, request.Language);
        var sheets = contents.Sheets(language, request.Lines).ToList();
        using var drawn = new MemoryStream();
        IReadOnlyList<IReadOnlyList<int>> places;
        int count;
        using (var book = new XLWorkbook())
        {
            places = new WorkbookFrame(book, language, contents, request, time.GetUtcNow()).Draw(sheets, rowsOfSheet);
            count = book.Worksheets.Count;
            book.SaveAs(drawn, new SaveOptions { EvaluateFormulasBeforeSaving = true }); // who does not reckon reads the results
        }

        drawn.Position = 0;
        await using var frame = await ZipArchive.CreateAsync(drawn, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
        var tick = Tick(progress, sheets.Sum(sheet => sheet.Expected));
        var cursors = sheets.ConvertAll(sheet => new RowCursor(sheet, tick, ct));
        try
        {
            await new FramePackage(frame, to).WriteAsync([.. cursors.Select((cursor, i) => (cursor, places[i]))], language["Open"], rowsOfSheet, ct);
        }
        finally
        {
            foreach (var cursor in cursors) await cursor.DisposeAsync();
        }

        long RowsOf<T>() => sheets.Zip(cursors).Where(pair => pair.First is SheetOf<T>).Sum(pair => pair.Second.Count);
        return new WorkbookWritten(cursors.Sum(cursor => cursor.Count), RowsOf<DifferenceRow>(), RowsOf<PairedLine>(), count);
    }

    /// <summary>The same with shorter sheets.</summary>
    internal WriteWorkbook WithRows(int most) => new(contexts, lines, words, links, time) { rowsOfSheet = most };

    private static Action Tick(IProgress<WorkbookProgress>? progress, long of)
    {
        var done = 0L;
        return () =>
        {
            if (++done % 1000 == 0) progress?.Report(new WorkbookProgress(done, Math.Max(done, of)));
        };
    }
}
