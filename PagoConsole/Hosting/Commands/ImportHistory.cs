using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole.Hosting.Commands;

/// <summary>Takes a history of orders in, beside a console that may be running.</summary>
internal sealed class ImportHistory : Verb
{
    private const string Json = "json";
    private const string Orders = "orders";

    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public override string Name => "import";

    public override string Arguments => "orders FILE.csv [--json]";

    public override string Does => "take a history of orders in; exit 1 where lines were refused";

    public override async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var arguments = VerbArguments.Parse(args, words: 2, flags: [Json]);
        if (arguments.Words is not [Orders, var path]) throw new UsageException("import takes: orders FILE.csv");
        if (!File.Exists(path)) throw new UsageException($"There is no file {path}.");
        var builder = ConsoleBuilder.Create(arguments.Settings).AddLogs(toStandardError: true);
        builder.Services.AddStorage().AddSettings<PaymentOptions>(PaymentOptions.Section).AddHistoryImport();
        await using var app = builder.Build();
        app.Services.CheckSettings();
        try
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            return await ImportAsync(app.Services.GetRequiredService<ImportOrders>(), path, arguments.Has(Json), ct);
        }
        catch (DbException unreachable)
        {
            await Console.Error.WriteLineAsync($"The store does not answer: {unreachable.Message}");
            return ExitCode.FoundFailure;
        }
    }

    private static async Task<int> ImportAsync(ImportOrders import, string path, bool asJson, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        using var progress = new ProgressLine<ImportProgress>(Console.Error, isTerminal: !Console.IsErrorRedirected, p => p.Share, Words);
        var result = await import.RunAsync(file, progress, ct);
        progress.End();
        if (result.Refusal is { } refusal) throw new UsageException($"{path}: {refusal.Detail}");
        if (asJson) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result.Value, Written));
        else await TellAsync(Console.Out, result.Value);
        return result.Value.RefusedCount == 0 ? ExitCode.Done : ExitCode.FoundFailure;
    }

    private static string Words(ImportProgress progress, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Share * 100:F0} % · {progress.Read:N0} read · {progress.Taken:N0} taken · {progress.Refused:N0} refused · {progress.Read / Math.Max(0.001, elapsed.TotalSeconds):N0} lines/s");

    private static async Task TellAsync(TextWriter where, ImportReport report)
    {
        await where.WriteLineAsync(FormattableString.Invariant(
            $"{report.Read} lines read: {report.Taken} orders taken, {report.AlreadyThere} were there already, {report.RefusedCount} lines refused."));
        foreach (var refused in report.Refused) await where.WriteLineAsync(FormattableString.Invariant($"  line {refused.Line}: {refused.Reason}"));
        if (report.RefusedCount > report.Refused.Count)
            await where.WriteLineAsync(FormattableString.Invariant($"  and {report.RefusedCount - report.Refused.Count} more"));
    }
}
