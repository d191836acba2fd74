using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Gives the file of a workbook that is ready, piece by piece. Who took it is journalled.</summary>
public sealed class TakeWorkbook
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;

    internal TakeWorkbook(IDbContextFactory<PagoDb> contexts, Writes writes)
    {
        this.contexts = contexts;
        this.writes = writes;
    }

    /// <summary>Says that somebody takes it.</summary>
    public Task<Result<Workbook>> RunAsync(string workbookId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Workbook>(
            async tx =>
            {
                if (!by.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Workbook>(workbookId, ct) is not { State: WorkbookState.Ready } workbook) return RefusalCode.NotFound;
                if (workbook.AskedBy == by.Signature) workbook.TakenAt ??= tx.Now;
                tx.Journal(workbook.Stream, WorkbookEvents.Taken, by, new { workbook.AskedBy, workbook.FileName });
                return workbook;
            },
            ct);

    /// <summary>Copies its file.</summary>
    public async Task CopyAsync(Workbook workbook, Stream to, CancellationToken ct)
    {
        for (var number = 0; ; number++)
        {
            byte[]? piece;
            await using (var db = await contexts.CreateDbContextAsync(ct))
            {
                var at = number;
                piece = await db.Set<WorkbookChunk>().Where(c => c.WorkbookId == workbook.WorkbookId && c.Number == at).Select(c => c.Content).SingleOrDefaultAsync(ct);
            }

            if (piece is null) return;
            await to.WriteAsync(piece, ct);
        }
    }
}
