using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Calls off the making of a workbook: whoever asked for it may, and whoever reconciles.</summary>
public sealed class CancelWorkbook(Writes writes, IOptionsMonitor<WorkbookOptions> options)
{
    /// <summary>Cancels it.</summary>
    public Task<Result<Unit>> RunAsync(string workbookId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Workbook>(workbookId, ct) is not { } workbook) return RefusalCode.NotFound;
                if (workbook.AskedBy != by.Signature && !by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                if (!workbook.IsUnderWay) return RefusalCode.NotPossibleInThisState;
                workbook.GiveUp(WorkbookState.Cancelled, tx.Now, tx.Now.AddDays(options.CurrentValue.KeepDays));
                tx.Journal(workbook.Stream, WorkbookEvents.Cancelled, by, new { workbook.AskedBy });
                return default(Unit);
            },
            ct);
}
