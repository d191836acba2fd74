using System.Buffers;
using System.Diagnostics;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>
/// Takes in a report as it streams: every line is read, all bytes are kept as they come, nothing of it is held in memory for long. One that is
/// cut short, cannot be read or holds another number of rows than announced is kept as evidence and never counts.
/// </summary>
public sealed class TakeInReport
{
    private const int StretchesAtOnce = 4;

    private readonly ReportShelf shelf;

    internal TakeInReport(ReportShelf shelf) => this.shelf = shelf;

    /// <summary>Takes it in.</summary>
    /// <param name="told">What is known of it beforehand.</param>
    /// <param name="csv">Its bytes: UTF-8, the contract's columns.</param>
    /// <param name="by">Who brings it in.</param>
    /// <param name="ct">Stops; what came until then is kept as cut off.</param>
    /// <returns>The report, whole or broken; of two with the same bytes the earlier one.</returns>
    public async Task<Result<Report>> RunAsync(NewReport told, Stream csv, Actor by, CancellationToken ct)
    {
        if (by.Kind == ActorKind.Person && !by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
        var started = Stopwatch.GetTimestamp();
        var report = await shelf.BeginAsync(told, by, ct);
        using var scan = new ReportScan(told.Day);
        try
        {
            await PutAwayAsync(report.ReportId, csv, scan, ct);
        }
        catch (Exception broken) when (broken is IOException or TimeoutException or HttpRequestException or OperationCanceledException)
        {
            scan.CutOff(broken.Message);
        }

        if (!told.MayTellOfOtherDays) scan.MustTellOfDay();
        var sha256 = scan.End(told.RowsSaid, mustBeSaid: told.Source == ReportSource.Pull);
        return await shelf.EndAsync(report.ReportId, scan, sha256, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, by, CancellationToken.None);
    }

    private async Task PutAwayAsync(string reportId, Stream csv, ReportScan scan, CancellationToken ct)
    {
        var buffer = new byte[ReportScan.Stretch];
        var (length, number, ended) = (0, 0, false);
        var packing = new List<Task<ReportChunk>>();
        var writing = Task.CompletedTask;
        while (!ended)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await csv.ReadAtLeastAsync(buffer.AsMemory(length), buffer.Length - length, throwOnEndOfStream: false, ct);
            ended = read < buffer.Length - length;
            length += read;
            var firstRow = scan.Rows + 1;
            var (taken, rows) = scan.Take(buffer.AsSpan(0, length), ended);
            if (taken > 0) packing.Add(PackAsync(buffer.AsSpan(0, taken), (reportId, number++, firstRow, rows)));
            buffer.AsSpan(taken, length - taken).CopyTo(buffer);
            length -= taken;
            if (packing.Count < StretchesAtOnce && !ended) continue;
            await writing; // the next stretches are read and packed while the last ones are written
            (writing, packing) = (WriteAsync(packing, ct), []);
        }

        await writing;
    }

    // Packing takes longer than reading, so it is done beside it.
    private static Task<ReportChunk> PackAsync(ReadOnlySpan<byte> bytes, (string ReportId, int Number, long FirstRow, int Rows) chunk)
    {
        var (copy, length) = (ArrayPool<byte>.Shared.Rent(bytes.Length), bytes.Length);
        bytes.CopyTo(copy);
        return Task.Run(() =>
        {
            var content = ChunkBytes.Pack(copy.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(copy);
            return new ReportChunk { ReportId = chunk.ReportId, Number = chunk.Number, FirstRow = chunk.FirstRow, Rows = chunk.Rows, Content = content };
        });
    }

    private async Task WriteAsync(List<Task<ReportChunk>> packing, CancellationToken ct) => await shelf.PutAsync(await Task.WhenAll(packing), ct);
}
