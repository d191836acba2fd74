using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Gateway;

/// <summary>What waits for PagoEfectivo, each counted along an index and to a limit.</summary>
internal static class WaitingForGateway
{
    /// <summary>The job asks every minute; what is later than this is late.</summary>
    private static readonly TimeSpan PollIsLate = TimeSpan.FromMinutes(5);

    public static async Task<GatewayWaiting> ReadAsync(PagoDb db, DateTimeOffset now, CancellationToken ct)
    {
        var commands = await db.Set<GatewayCommand>().AsNoTracking().Where(c => c.State == CommandState.Waiting)
            .OrderBy(c => c.NextAttemptAt).Take(Waiting.Most).Select(c => new { c.Kind, c.CreatedAt }).ToListAsync(ct);
        var due = db.Set<Order>().Where(o => o.Status == OrderStatus.AwaitingPayment && o.DueAt <= now);
        var late = now - PollIsLate;
        var polls = db.Set<Order>().Where(o => o.NextPollAt <= late);
        return new GatewayWaiting
        {
            Commands =
            [
                .. commands.GroupBy(c => c.Kind, c => c.CreatedAt).OrderBy(group => group.Key).Select(group => (group.Key, new Waiting(group.Count(), group.Min()))),
            ],
            Due = new(await due.Take(Waiting.Most).CountAsync(ct), await due.MinAsync(o => o.DueAt, ct)),
            Polls = new(await polls.Take(Waiting.Most).CountAsync(ct), await polls.MinAsync(o => o.NextPollAt, ct)),
        };
    }
}
