using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Needs;

/// <summary>Money, messages and calls that wait for somebody. The same for everybody, so those who look at the same time share it.</summary>
internal sealed class MoneyAndMessages
{
    /// <summary>Calls are tried again by themselves; before this, that is nobody's business.</summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(5);

    /// <summary>Money that waits longer is urgent.</summary>
    private static readonly TimeSpan MoneyWaits = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly CallbackList callbacks;
    private readonly TimeProvider time;
    private readonly SharedLook<IReadOnlyList<Need>> look;

    public MoneyAndMessages(IDbContextFactory<PagoDb> contexts, CallbackList callbacks, TimeProvider time)
    {
        (this.contexts, this.callbacks, this.time) = (contexts, callbacks, time);
        look = new SharedLook<IReadOnlyList<Need>>(LookAsync);
    }

    public Task<IReadOnlyList<Need>> ReadAsync(CancellationToken ct) => look.ReadAsync(ct);

    private async Task<IReadOnlyList<Need>> LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var needs = new List<Need>();

        var money = db.Set<MoneyCase>().Where(c => c.SettledAt == null);
        if (await money.OrderBy(c => c.OpenedAt).Select(c => new { c.OrderId, c.CaseId, c.OpenedAt }).FirstOrDefaultAsync(ct) is { } oldest)
        {
            var urgency = now - oldest.OpenedAt > MoneyWaits ? NeedUrgency.Soon : NeedUrgency.Today;
            needs.Add(new(NeedKind.MoneyCases, urgency, await money.Take(Waiting.Most).CountAsync(ct), oldest.OpenedAt) { OrderId = oldest.OrderId, MoneyCaseId = oldest.CaseId });
        }

        var differences = db.Set<Difference>().Where(d => d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo);
        if (await differences.OrderBy(d => d.FoundAt).Select(d => (DateTimeOffset?)d.FoundAt).FirstOrDefaultAsync(ct) is { } found)
        {
            var urgency = now - found > MoneyWaits ? NeedUrgency.Soon : NeedUrgency.Today;
            needs.Add(new(NeedKind.Differences, urgency, await differences.Take(Waiting.Most).CountAsync(ct), found));
        }

        var parked = await callbacks.CountAsync(new CallbackFilter(OutboxState.Parked), ct);
        if (parked > 0) needs.Add(new(NeedKind.CallbacksParked, NeedUrgency.Soon, parked, null));
        needs.AddRange(await CommandsAsync(db, now, ct));
        return needs;
    }

    private static async Task<List<Need>> CommandsAsync(PagoDb db, DateTimeOffset now, CancellationToken ct)
    {
        var needs = new List<Need>();
        var before = now - StuckAfter;
        var stuck = db.Set<GatewayCommand>().Where(c => c.State == CommandState.Waiting && c.CreatedAt < before);
        if (await stuck.OrderBy(c => c.CreatedAt).Select(c => new { c.OrderId, c.CreatedAt }).FirstOrDefaultAsync(ct) is { } first)
            needs.Add(new(NeedKind.CommandsStuck, NeedUrgency.Soon, await stuck.Take(Waiting.Most).CountAsync(ct), first.CreatedAt) { OrderId = first.OrderId });

        var unknown =
            from command in db.Set<GatewayCommand>()
            where command.State == CommandState.Unknown
            join refund in db.Set<Refund>() on command.RefundId equals refund.RefundId
            where refund.State == RefundState.Unknown
            select new { refund.OrderId, refund.RefundId, refund.RequestedAt };
        if (await unknown.OrderBy(r => r.RequestedAt).FirstOrDefaultAsync(ct) is { } lost)
        {
            var caseId = await db.Set<MoneyCase>().Where(c => c.OrderId == lost.OrderId && c.TransactionId == lost.RefundId && c.Kind == MoneyCaseKind.RefundUnknown)
                .Select(c => c.CaseId).FirstOrDefaultAsync(ct);
            needs.Add(new(NeedKind.RefundsUnknown, NeedUrgency.Now, await unknown.CountAsync(ct), lost.RequestedAt) { OrderId = lost.OrderId, MoneyCaseId = caseId });
        }

        return needs;
    }
}
