using System.Data.Common;
using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.Commands;

/// <summary>Pulls or reads a day's report and matches it, beside a console that may be running.</summary>
internal sealed class ReconcileVerb : Verb
{
    private const string Date = "date", Report = "report", Export = "export", Json = "json";
    private static readonly Actor By = Actor.Job("reconcile");

    public override string Name => "reconcile";

    public override string Arguments => "--date DAY [--report FILE.csv] [--export FILE.xlsx] [--json]";

    public override string Does => "match a day against PagoEfectivo's report, pulled or from a file, and write the workbook; exit 1 where no whole report is to be had";

    public override async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, words: 0, flags: [Json], Date, Report, Export);
        var day = DayOf(arguments);
        var file = arguments[Report];
        if (file is not null && !File.Exists(file)) throw new UsageException($"There is no file {file}.");
        if (arguments[Export] is { } workbook) CheckPlace(workbook);
        await using var app = ReconcileHost.Build(arguments.Settings);
        app.Services.CheckSettings();
        try
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            var report = file is null ? await PullAsync(app, day, ct) : await ReadAsync(app.Services, day, file, ct);
            if (report.State != ReportState.Whole) return await FailAsync(arguments, day, report);
            var done = await app.Services.GetRequiredService<ReconcileDay>().RunAsync(day, By, ct);
            if (done.Refusal is { } refusal) return await SayAsync($"Nothing was reconciled: {refusal.Code}.");
            if (arguments.Has(Json)) await Console.Out.WriteLineAsync(ReconcileOutput.Json(done.Value));
            else await ReconcileOutput.TellAsync(Console.Out, done.Value);
            if (arguments[Export] is { } book) await ExportAsync(app.Services, day, book, ct);
            return ExitCode.Done;
        }
        catch (DbException unreachable)
        {
            return await SayAsync($"The store does not answer: {unreachable.Message}");
        }
        catch (Exception unwritable) when (arguments[Export] is not null && unwritable is IOException or UnauthorizedAccessException)
        {
            return await SayAsync($"The workbook was not written: {unwritable.Message}");
        }
    }

    // Before anything is pulled or written down: a run that cannot hand its workbook over is not begun.
    private static void CheckPlace(string file)
    {
        if (Directory.Exists(file)) throw new UsageException($"--{Export} takes a file; {file} is a folder.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is not { } folder || !Directory.Exists(folder)) throw new UsageException($"There is no folder for {file}.");
        try
        {
            File.Create(PartOf(file), 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {unwritable.Message}");
        }
    }

    private static string PartOf(string file) => $"{file}.part";

    // Under another name until it is whole: a workbook that was begun looks like one.
    private static async Task ExportAsync(IServiceProvider services, DateOnly day, string file, CancellationToken ct)
    {
        var begun = PartOf(file);
        await using (var to = File.Create(begun))
        {
            var request = new WorkbookRequest
            {
                Filter = new DifferenceFilter { From = day, To = day },
                Language = CultureInfo.CurrentCulture.Name,
                By = By.Signature,
            };
            await services.GetRequiredService<WriteWorkbook>().RunAsync(request, to, ct);
        }

        File.Move(begun, file, overwrite: true);
        await Console.Error.WriteLineAsync($"Wrote {file}.");
    }

    // The embedded simulator is served for the time of the pull: its truth lies in a file, whether or not a console is running.
    private static async Task<Report> PullAsync(WebApplication app, DateOnly day, CancellationToken ct)
    {
        await app.StartAsync(ct);
        try
        {
            return (await app.Services.GetRequiredService<PullReport>().RunAsync(day, By, ct)).Value;
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<Report> ReadAsync(IServiceProvider services, DateOnly day, string file, CancellationToken ct)
    {
        await using var csv = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        var told = new NewReport(day, ReportSource.CommandLine, FileName: Path.GetFileName(file));
        return (await services.GetRequiredService<TakeInReport>().RunAsync(told, csv, By, ct)).Value;
    }

    private static async Task<int> FailAsync(VerbArguments arguments, DateOnly day, Report report)
    {
        if (arguments.Has(Json)) await Console.Out.WriteLineAsync(ReconcileOutput.Json(day, report));
        var line = report.FaultLine is { } number ? string.Create(CultureInfo.InvariantCulture, $" line {number}:") : "";
        return await SayAsync($"No whole report of {day:yyyy-MM-dd}, so nothing was reconciled: {report.Fault}:{line} {report.FaultText}");
    }

    private static async Task<int> SayAsync(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return ExitCode.FoundFailure;
    }

    private static DateOnly DayOf(VerbArguments arguments)
    {
        if (arguments[Date] is not { } text) throw new UsageException($"reconcile needs --{Date} with a day, such as --{Date} 2026-11-22.");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day is { Year: > 1970 and < 9000 }
            ? day
            : throw new UsageException($"--{Date} takes a day, such as 2026-11-22; {text} is none.");
    }
}
