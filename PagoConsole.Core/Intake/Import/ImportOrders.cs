using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Csv;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake.Import;

/// <summary>
/// Takes a history of orders in from a file: one thread reads and makes orders, another stores them in short transactions. Nothing in it
/// grows with the file. Each transaction is whole, so after an end in mid-file the same command does what is left.
/// </summary>
public sealed class ImportOrders
{
    /// <summary>Lines that are read ahead of those being stored.</summary>
    private const int ReadAhead = 2048;

    private readonly HistoryWriter writer;
    private readonly Dialect dialect;
    private readonly IOptions<PaymentOptions> payments;
    private readonly TimeProvider time;

    internal ImportOrders(HistoryWriter writer, Dialect dialect, IOptions<PaymentOptions> payments, TimeProvider time)
    {
        this.writer = writer;
        this.dialect = dialect;
        this.payments = payments;
        this.time = time;
    }

    /// <summary>Reads a file to its end.</summary>
    /// <returns>What became of its lines; refused where its header cannot be read.</returns>
    public async Task<Result<ImportReport>> RunAsync(Stream file, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 256 * 1024);
        var records = new CsvRecords(text, ImportColumns.Names);
        var columns = new ImportColumns(records.Header);
        if (columns.Fault is { } fault) return new Refusal(RefusalCode.Invalid, "header", fault);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lines = Channel.CreateBounded<(ReadLine Line, long Position)>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(records, new HistoryReader(columns, payments.Value.VoucherHours, time.GetUtcNow()), file, lines.Writer, stop.Token), ct);
        try
        {
            return await StoreAsync(lines.Reader, file.Length, progress, ct);
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // what it failed of was told through the channel
        }
    }

    private static async Task ReadAsync(
        CsvRecords records, HistoryReader reader, Stream file, ChannelWriter<(ReadLine, long)> to, CancellationToken ct)
    {
        try
        {
            while (records.Next() is { } record)
            {
                var (order, fault) = record.Fault is null ? reader.Read(record.Fields) : (null, record.Fault);
                await to.WriteAsync((new ReadLine(record.Line, record.Raw, order, fault), file.Position), ct);
            }

            to.Complete();
        }
        catch (Exception failure)
        {
            to.Complete(failure);
        }
    }

    private async Task<ImportReport> StoreAsync(
        ChannelReader<(ReadLine Line, long Position)> lines, long bytes, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var runId = Ids.New("imp", time.GetUtcNow());
        var report = new ImportReport(0, 0, 0, 0, []);
        var pace = new ImportPace(dialect);
        var chunk = new List<ReadLine>();
        var position = 0L;
        while (await lines.WaitToReadAsync(ct))
        {
            while (chunk.Count < pace.Lines && lines.TryRead(out var read))
            {
                chunk.Add(read.Line);
                position = read.Position;
            }

            if (chunk.Count < pace.Lines && !lines.Completion.IsCompleted) continue;
            report = Add(report, chunk.Count, await pace.MeasureAsync(() => writer.WriteAsync(runId, chunk, ct), ct));
            chunk.Clear();
            progress?.Report(new ImportProgress(report.Read, report.Taken, report.RefusedCount, bytes == 0 ? 1 : (double)position / bytes));
            await pace.PauseAsync(ct);
        }

        await lines.Completion; // throws what reading failed of
        return chunk.Count == 0 ? report : Add(report, chunk.Count, await pace.MeasureAsync(() => writer.WriteAsync(runId, chunk, ct), ct));
    }

    private static ImportReport Add(ImportReport report, int read, ChunkOutcome outcome) => new(
        report.Read + read,
        report.Taken + outcome.Taken,
        report.AlreadyThere + outcome.AlreadyThere,
        report.RefusedCount + outcome.Refused.Count,
        report.Refused.Count >= ImportReport.MostRefused || outcome.Refused.Count == 0
            ? report.Refused
            : [.. report.Refused.Concat(outcome.Refused).Take(ImportReport.MostRefused)]);
}
