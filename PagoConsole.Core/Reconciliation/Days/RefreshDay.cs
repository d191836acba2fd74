using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>What came of bringing a day up to date.</summary>
/// <param name="Report">The report that came, whole or broken.</param>
/// <param name="Run">What the run found; null where the report does not count.</param>
public sealed record DayRefreshed(Report Report, Reconciled? Run);

/// <summary>Brings a day up to date at a person's wish: a report is pulled or handed in, and if it counts the day is matched against it.</summary>
public sealed class RefreshDay
{
    private readonly PullReport pull;
    private readonly TakeInReport takeIn;
    private readonly ReconcileDay reconcile;

    internal RefreshDay(PullReport pull, TakeInReport takeIn, ReconcileDay reconcile)
    {
        this.pull = pull;
        this.takeIn = takeIn;
        this.reconcile = reconcile;
    }

    /// <summary>Asks PagoEfectivo for the report of a day.</summary>
    public async Task<Result<DayRefreshed>> PullAsync(DateOnly day, Actor by, CancellationToken ct) => await MatchAsync(await pull.RunAsync(day, by, ct), by, ct);

    /// <summary>Takes in a file that a person hands in: the contract's CSV, or an Excel workbook with the same columns.</summary>
    /// <param name="day">The day of which it tells.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="file">Its bytes; must be seekable.</param>
    /// <param name="otherDays">Whether it is meant that most of its payments are of other days; otherwise such a file does not count.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="ct">Stops; what came until then does not count.</param>
    public async Task<Result<DayRefreshed>> TakeAsync(DateOnly day, string fileName, Stream file, bool otherDays, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
        var told = new NewReport(day, ReportSource.Upload, null, fileName, otherDays);
        var first = new byte[4];
        var read = await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, ct);
        file.Position = 0;
        if (!ReportSheet.Is(first.AsSpan(0, read))) return await MatchAsync(await takeIn.RunAsync(told, file, by, ct), by, ct);
        await using var csv = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await ReportSheet.WriteCsvAsync(file, csv, ct);
        }
        catch (InvalidDataException)
        {
            return new Refusal(RefusalCode.SheetNotReadable, "file");
        }

        csv.Position = 0;
        return await MatchAsync(await takeIn.RunAsync(told, csv, by, ct), by, ct);
    }

    private async Task<Result<DayRefreshed>> MatchAsync(Result<Report> came, Actor by, CancellationToken ct)
    {
        if (came.Refusal is { } refusal) return refusal;
        var report = came.Value;
        if (report.State != ReportState.Whole) return new DayRefreshed(report, null);
        var run = await reconcile.RunAsync(report.Day, by, ct);
        return run.Refusal is { } why ? why : new DayRefreshed(report, run.Value);
    }
}
