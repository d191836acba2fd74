using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Gateway;

/// <summary>How PagoEfectivo does: every call of the last hour and of the last 24, from counts by five minutes, and what waits because of it.</summary>
public sealed class GatewayBoard
{
    private const int MostErrors = 20;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly GatewayHealth health;
    private readonly TimeProvider time;
    private readonly SharedLook<GatewayView> look;

    internal GatewayBoard(IDbContextFactory<PagoDb> contexts, GatewayHealth health, TimeProvider time)
    {
        (this.contexts, this.health, this.time) = (contexts, health, time);
        look = new SharedLook<GatewayView>(LookAsync);
    }

    /// <summary>Reads it.</summary>
    public async Task<Result<GatewayView>> ReadAsync(Actor viewer, CancellationToken ct) =>
        viewer.May(Permission.SeeOrders) ? await look.ReadAsync(ct) : RefusalCode.NotAllowed;

    private async Task<GatewayView> LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (hour, day) = (SlotOf(now - TimeSpan.FromHours(1)) + CallTimes.Slot, HourOf(now) - TimeSpan.FromHours(23));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counts = await db.Set<CallCount>().AsNoTracking().Where(c => c.Slot >= day).ToListAsync(ct);
        var latest = counts.Where(c => c.Slot >= hour).ToList();
        return new GatewayView
        {
            At = now,
            Health = health.Now,
            Hour = Figures(latest),
            Day = Figures(counts),
            HourRates = Rates(latest, hour, CallTimes.Slot, 12),
            DayRates = Rates(counts, day, TimeSpan.FromHours(1), 24),
            Errors =
            [
                .. counts.Where(c => c.Fault is not (GatewayFault.None or GatewayFault.GaveUp)).GroupBy(c => (c.Call, c.Fault, c.Code))
                    .Select(group => new CallErrors(group.Key.Call, group.Key.Fault, group.Key.Code == 0 ? null : group.Key.Code, group.Sum(c => c.Count), group.Max(c => c.Slot)))
                    .OrderByDescending(errors => errors.Times).ThenByDescending(errors => errors.Last).Take(MostErrors),
            ],
            Waits = await WaitingForGateway.ReadAsync(db, now, ct),
        };
    }

    private static List<CallFigures> Figures(List<CallCount> counts) => [.. Enum.GetValues<CallKind>().Select(call => CallFigures.Of(call, counts))];

    private static List<CallRate> Rates(List<CallCount> counts, DateTimeOffset from, TimeSpan step, int steps)
    {
        var parts = counts.Where(c => c.Fault != GatewayFault.GaveUp).ToLookup(c => (int)((c.Slot - from) / step));
        return
        [
            .. Enumerable.Range(0, steps).Select(i => new CallRate(
                from + (i * step), parts[i].Where(IsAnswered).Sum(c => c.Count), parts[i].Where(c => !IsAnswered(c)).Sum(c => c.Count))),
        ];
    }

    private static bool IsAnswered(CallCount count) => count.Fault is GatewayFault.None or GatewayFault.Refused;

    private static DateTimeOffset SlotOf(DateTimeOffset at) => Floor(at, CallTimes.Slot);

    private static DateTimeOffset HourOf(DateTimeOffset at) => Floor(at, TimeSpan.FromHours(1));

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan step) => new(at.UtcTicks - (at.UtcTicks % step.Ticks), TimeSpan.Zero);
}
