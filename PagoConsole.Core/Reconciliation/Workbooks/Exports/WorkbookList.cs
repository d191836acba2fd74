using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>A workbook in the list, with what was asked for.</summary>
/// <param name="Workbook">How it stands.</param>
/// <param name="Request">What it holds.</param>
public sealed record ListedWorkbook(Workbook Workbook, WorkbookRequest Request);

/// <summary>What somebody asked for and has not taken yet.</summary>
/// <param name="UnderWay">How many are in the making.</param>
/// <param name="Ready">Those that are ready, the newest first.</param>
public sealed record OwnWorkbooks(int UnderWay, IReadOnlyList<Workbook> Ready);

/// <summary>The exports that are in the making or kept.</summary>
public sealed class WorkbookList(IDbContextFactory<PagoDb> contexts)
{
    private const int Most = 100;

    /// <summary>The newest, one's own or everybody's; at most 100.</summary>
    public async Task<Result<IReadOnlyList<ListedWorkbook>>> ReadAsync(bool onlyOwn, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = db.Set<Workbook>().AsNoTracking();
        if (onlyOwn) found = found.Where(w => w.AskedBy == viewer.Signature);
        var rows = await found.OrderByDescending(w => w.AskedAt).ThenByDescending(w => w.WorkbookId).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(w => new ListedWorkbook(w, RequestText.Read(w.Request)));
    }

    /// <summary>What waits for somebody to be taken.</summary>
    public async Task<OwnWorkbooks> OfAsync(Actor viewer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = db.Set<Workbook>().AsNoTracking().Where(w => w.AskedBy == viewer.Signature);
        return new OwnWorkbooks(
            await own.CountAsync(w => w.State == WorkbookState.Waiting || w.State == WorkbookState.Making, ct),
            await own.Where(w => w.State == WorkbookState.Ready && w.TakenAt == null).OrderByDescending(w => w.EndedAt).Take(Most).ToListAsync(ct));
    }
}
