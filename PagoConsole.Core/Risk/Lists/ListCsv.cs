using System.Buffers;
using System.Globalization;
using CsvHelper;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>Writes list entries as CSV; an import takes what an export wrote, where nothing is masked.</summary>
internal static class ListCsv
{
    /// <summary>What a field begins with that a spreadsheet would work out; the wide forms are taken for the narrow ones in East Asian languages.</summary>
    public static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true };

    /// <summary>Writes them; gives how many there were.</summary>
    public static async Task<long> WriteAsync(IAsyncEnumerable<ListRow> rows, Func<string, string> words, Stream to, CancellationToken ct)
    {
        var written = 0L;
        await using var csv = CsvWriter.Create(to, Form, leaveOpen: true);
        foreach (var column in ListFile.Columns.Concat(["owner", "created_at", "removed_at", "hits", "last_hit_at"])) csv.WriteField(column);
        await csv.EndRecordAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            string[] fields =
            [
                row.Entry.Effect.ToString(), row.Entry.Kind.ToString(), row.Shown, words(row.Entry.Reason), At(row.Entry.ExpiresAt),
                row.Entry.Owner, At(row.Entry.CreatedAt), At(row.Entry.RemovedAt), row.Hits.ToString(CultureInfo.InvariantCulture), At(row.LastHit),
            ];
            foreach (var field in fields) csv.WriteField(Harmless(field));
            await csv.EndRecordAsync(ct);
            written++;
        }

        return written;
    }

    private static string Harmless(string text) => text.Length > 0 && Formula.Contains(text[0]) ? $"'{text}" : text;

    private static string At(DateTimeOffset? instant) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, Lima.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture) : "";
}

/// <summary>Takes list entries out as a file.</summary>
public sealed class ExportList(Storage.Writes writes, ListBook book)
{
    /// <summary>Writes all that fit a filter as CSV, masked unless who may see personal data says why; the journal knows who took how much.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="to">Where to.</param>
    /// <param name="by">Who takes them.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="reason">Why they are needed whole; null for masked ones.</param>
    public async Task<Result<long>> RunAsync(ListFilter filter, Stream to, Actor by, CancellationToken ct, string? reason = null)
    {
        if (!by.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        var read = await book.ReadAsync(filter, null, by, ct);
        if (read.Refusal is { } refusal) return refusal;
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var open = by.May(Permission.SeePersonalData) && why is not null;
        await writes.DoAsync(
            tx =>
            {
                tx.Journal(ListEvents.Stream, ListEvents.Exported, by, new { entries = read.Value.Total, filter.Effect, filter.Kind, filter.Ended, filter.EndsSoon, masked = !open }, null, open ? new { reason = why } : null);
                return Task.CompletedTask;
            },
            ct);
        return await ListCsv.WriteAsync(book.AllAsync(filter, by, open, ct), open ? text => text : text => FreeWords.OfAnybody.Of(text), to, ct);
    }
}
