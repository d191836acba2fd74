using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Takes the settlement of a period out of the console, with the same totals as the screen. Who took what is journalled.</summary>
public sealed class ExportSettlement
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly SettlementBoard board;
    private readonly IWorkbookWords words;
    private readonly TimeProvider time;

    internal ExportSettlement(IDbContextFactory<PagoDb> contexts, Writes writes, SettlementBoard board, IWorkbookWords words, TimeProvider time)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.board = board;
        this.words = words;
        this.time = time;
    }

    /// <summary>Exports: a period has few settlement dates, so that it is made at once.</summary>
    public async Task<Result<Exported>> RunAsync(SettlementFilter asked, string language, Actor by, CancellationToken ct)
    {
        var filter = asked.Bounded();
        var read = await board.ReadAsync(filter, by, ct);
        if (read.Refusal is { } refusal) return refusal;
        var content = new MemoryStream();
        using (var book = new XLWorkbook())
        {
            new SettlementBook(book, new SheetWords(words, language), read.Value, await CreditsAsync(filter, ct), by.Name, time.GetUtcNow()).Draw();
            book.SaveAs(content);
        }

        await writes.DoAsync(
            tx =>
            {
                tx.Journal(WorkbookEvents.StreamOf(tx.Now), WorkbookEvents.Exported, by, new { form = "Settlement", language, filter.From, filter.To, currency = filter.Currency?.Code });
                return Task.CompletedTask;
            },
            ct);
        content.Position = 0;
        return new Exported(FormattableString.Invariant($"settlement-{filter.From:yyyy-MM-dd}_{filter.To:yyyy-MM-dd}.xlsx"), content, null);
    }

    private async Task<List<BankCredit>> CreditsAsync(SettlementFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = db.Set<BankCredit>().AsNoTracking().Where(c => c.Date >= filter.From && c.Date <= filter.To);
        if (filter.Currency is { } currency) all = all.Where(c => c.Currency == currency);
        return await all.OrderBy(c => c.Date).ThenBy(c => c.CreditId).ToListAsync(ct);
    }
}
