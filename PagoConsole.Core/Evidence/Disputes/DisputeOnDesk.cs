using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>A dispute and its order, both locked.</summary>
internal sealed record DisputeOnDesk(Dispute Dispute, Order Order)
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 2000;

    /// <summary>Locks them for whoever may work on disputes, lets the body change them, and gives the dispute as it stands then.</summary>
    public static Task<Result<Dispute>> WorkAsync(Writes writes, string disputeId, Actor by, Func<WriteScope, DisputeOnDesk, Task<Refusal?>> body, CancellationToken ct) =>
        writes.RunAsync<Dispute>(
            async tx =>
            {
                if (!by.May(Permission.WorkDisputes)) return RefusalCode.NotAllowed;
                var orderId = await tx.Db.Set<Dispute>().AsNoTracking().Where(d => d.DisputeId == disputeId).Select(d => d.OrderId).SingleOrDefaultAsync(ct);
                if (orderId is null) return RefusalCode.NotFound;
                var order = (await tx.LockAsync<Order>(orderId, ct))!;
                var dispute = (await tx.LockAsync<Dispute>(disputeId, ct))!;
                return await body(tx, new DisputeOnDesk(dispute, order)) is { } refusal ? refusal : dispute;
            },
            ct);

    /// <summary>Writes what happened into the stream of the order; a note stands apart.</summary>
    public void Say(WriteScope tx, string kind, Actor by, object data, string? note = null) =>
        tx.Journal(Order.Stream, kind, by, data, Order.OrderId, string.IsNullOrWhiteSpace(note) ? null : new { note = note.Trim() });
}
