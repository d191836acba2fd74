using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>What is done with a line of a report: its place from 1, its bytes without the line end, what it says.</summary>
internal delegate void LineVisitor(long number, ReadOnlySpan<byte> record, in ReportLine line);

/// <summary>Reads a report back from the store, a stretch at a time: no statement stays open meanwhile.</summary>
public sealed class StoredReport
{
    private readonly IDbContextFactory<PagoDb> contexts;

    internal StoredReport(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Its rows, in their order.</summary>
    public async IAsyncEnumerable<ReportRow> RowsAsync(string reportId, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = new List<ReportRow>();
        var columns = new FirstLine();
        await foreach (var stretch in StretchesAsync(reportId, ct))
        {
            rows.Clear();
            columns.Visit(stretch, (long number, ReadOnlySpan<byte> _, in ReportLine line) => rows.Add(line.ToRow(number)));
            foreach (var row in rows) yield return row;
        }
    }

    /// <summary>Its bytes, as they came.</summary>
    public async Task CopyToAsync(string reportId, Stream to, CancellationToken ct)
    {
        await foreach (var stretch in StretchesAsync(reportId, ct)) await to.WriteAsync(stretch.Bytes, ct);
    }

    /// <summary>Its stretches; the next one is read and unpacked beside. The bytes of one are good until the next is asked for.</summary>
    internal async IAsyncEnumerable<Stretch> StretchesAsync(string reportId, [EnumeratorCancellation] CancellationToken ct)
    {
        byte[][] buffers = [new byte[ReportScan.Stretch * 2], new byte[ReportScan.Stretch * 2]];
        await using var db = await contexts.CreateDbContextAsync(ct);
        Task<Stretch?> Read(int number) => Task.Run(() => ReadAsync(db, reportId, number, buffers, ct), ct);
        var next = Read(0);
        try
        {
            for (var number = 1; await next is { } stretch; number++)
            {
                next = Read(number);
                yield return stretch;
            }
        }
        finally
        {
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it works on our connection and buffers
        }
    }

    private static async Task<Stretch?> ReadAsync(PagoDb db, string reportId, int number, byte[][] buffers, CancellationToken ct)
    {
        var chunk = await db.Set<ReportChunk>().AsNoTracking().FirstOrDefaultAsync(c => c.ReportId == reportId && c.Number == number, ct);
        if (chunk is null) return null;
        var length = ChunkBytes.Unpack(chunk.Content, ref buffers[number % buffers.Length]);
        return new Stretch(chunk.FirstRow, buffers[number % buffers.Length].AsMemory(0, length));
    }
}

/// <summary>Whole lines of a report.</summary>
/// <param name="FirstRow">The place of its first row, from 1.</param>
/// <param name="Bytes">The lines.</param>
internal readonly record struct Stretch(long FirstRow, ReadOnlyMemory<byte> Bytes);

/// <summary>The columns of a report, known once its first stretch was visited.</summary>
internal sealed class FirstLine
{
    private ReportColumns? columns;

    /// <summary>Reads every row of a stretch.</summary>
    /// <exception cref="InvalidDataException">The report is broken: it must not be read for its rows.</exception>
    public void Visit(Stretch stretch, LineVisitor visit)
    {
        var bytes = stretch.Bytes.Span;
        var number = stretch.FirstRow;
        while (!bytes.IsEmpty)
        {
            var next = RecordScan.Next(bytes, isAll: true);
            var record = RecordScan.Trimmed(bytes[..next]);
            bytes = bytes[next..];
            if (columns is null) columns = ReportColumns.Of(record, out var fault) ?? throw new InvalidDataException(fault);
            else if (!record.IsEmpty)
            {
                if (ReportLine.Read(record, columns, out var line) is { } wrong) throw new InvalidDataException(wrong);
                visit(number++, record, in line);
            }
        }
    }
}
