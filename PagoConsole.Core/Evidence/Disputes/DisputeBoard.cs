using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>How the disputes of the last twelve months went.</summary>
public sealed class DisputeBoard(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Disputes that are looked at, the newest.</summary>
    public const int Most = 50_000;

    private static readonly TimeSpan Period = TimeSpan.FromDays(365);

    /// <summary>Reads it.</summary>
    public async Task<Result<DisputeStatistics>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeDisputes)) return RefusalCode.NotAllowed;
        var since = time.GetUtcNow() - Period;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Dispute>().AsNoTracking().Where(d => d.OpenedAt >= since)
            .Join(db.Set<Order>(), d => d.OrderId, o => o.OrderId, (d, o) => new { d.State, d.Code, d.OpenedAt, d.ClosedAt, Minor = d.AmountMinor ?? o.AmountMinor, d.OutcomeMinor, o.Currency })
            .OrderByDescending(d => d.OpenedAt).Take(Most).ToListAsync(ct);
        return DisputeStatistics.Of(rows.ConvertAll(row => new DisputeFigure(
            row.State, row.Code, row.OpenedAt, row.ClosedAt, new Money(row.Minor, row.Currency), row.OutcomeMinor is { } minor ? new Money(minor, row.Currency) : null)));
    }
}
