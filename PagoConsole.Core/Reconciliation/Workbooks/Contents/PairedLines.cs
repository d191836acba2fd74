using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Reads the lines of the reports of some days with our orders beside them, as many at once as a look-up takes.</summary>
internal sealed class PairedLines(IDbContextFactory<PagoDb> contexts, StoredReport lines)
{
    private const int AtOnce = 1000;

    public IAsyncEnumerable<IReadOnlyList<PairedLine>> ReadAsync(WorkbookFacts facts, CancellationToken ct) => PairAsync(facts, ct).ReadAheadAsync(ct);

    private async IAsyncEnumerable<IReadOnlyList<PairedLine>> PairAsync(WorkbookFacts facts, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = facts.Filter;
        foreach (var (day, report) in facts.ReportsInOrder)
        {
            var marks = await MarksAsync(filter, day.Day, ct);
            var read = 0L;
            await foreach (var batch in lines.RowsAsync(report.ReportId, ct).Where(Wanted).Chunk(AtOnce).WithCancellation(ct))
            {
                await using var db = await contexts.CreateDbContextAsync(ct);
                await using var orders = new OwnOrders(db);
                var found = await orders.FindAsync(batch, ct);
                yield return [.. batch.Select((row, i) => new PairedLine(
                    day.Day, row, found[i].Order, found[i].Pairing, marks.TryGetValue(row.Number, out var kinds) ? kinds : []))];
            }

            // What is no longer as it came in makes no workbook that looks whole.
            if (read != report.Rows) throw new InvalidDataException($"Report {report.ReportId} has {read} lines where {report.Rows} came in.");

            bool Wanted(ReportRow row)
            {
                read++;
                return (filter.Currency is null || row.Currency == filter.Currency)
                    && (filter.SellerId is null || row.SellerId == filter.SellerId)
                    && (!filter.IsNarrow() || marks.ContainsKey(row.Number));
            }
        }
    }

    /// <summary>The differences of a day by the lines that they are about.</summary>
    private async Task<Dictionary<long, List<DifferenceKind>>> MarksAsync(DifferenceFilter filter, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Places in an earlier report say nothing of this one.
        var run = await db.Set<ReconciledDay>().Where(d => d.Day == day).Select(d => d.RunId).SingleOrDefaultAsync(ct);
        var marks = await filter.Of(db).Where(d => d.Day == day && d.RowNumber != null && d.LastRunId == run).Select(d => new { Row = d.RowNumber!.Value, d.Kind }).ToListAsync(ct);
        return marks.GroupBy(m => m.Row).ToDictionary(g => g.Key, g => g.Select(m => m.Kind).Distinct().Order().ToList());
    }
}
