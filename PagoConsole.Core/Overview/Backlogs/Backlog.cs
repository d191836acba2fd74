using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Overview.Backlogs;

/// <summary>What waits in one place.</summary>
/// <param name="Queue">Where.</param>
/// <param name="Depth">How many.</param>
/// <param name="Oldest">Since when the oldest waits; null if none does.</param>
public sealed record Queued(string Queue, int Depth, DateTimeOffset? Oldest);

/// <summary>Reads what waits everywhere, and when jobs last ran well: for the metrics, a few counts over indexes.</summary>
public sealed class Backlog
{
    private readonly IDbContextFactory<PagoDb> contexts;

    internal Backlog(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Every queue, also the empty ones.</summary>
    public async Task<IReadOnlyList<Queued>> ReadAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return
        [
            await OfAsync("receipts", db.Set<Receipt>().Where(r => r.State == ReceiptState.Waiting).Select(r => r.ReceivedAt), ct),
            await OfAsync("receipts_parked", db.Set<Receipt>().Where(r => r.State == ReceiptState.Parked).Select(r => r.ReceivedAt), ct),
            await OfAsync("gateway_commands", db.Set<GatewayCommand>().Where(c => c.State == CommandState.Waiting).Select(c => c.CreatedAt), ct),
            await OfAsync("callbacks", db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Waiting).Select(m => m.CreatedAt), ct),
            await OfAsync("callbacks_parked", db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Parked).Select(m => m.CreatedAt), ct),
            await OfAsync(
                "reviews", db.Set<ReviewCase>().Where(c => c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond).Select(c => c.OpenedAt), ct),
            await OfAsync("money_cases", db.Set<MoneyCase>().Where(c => c.State != MoneyCaseState.Settled).Select(c => c.OpenedAt), ct),
            await OfAsync("alarms_critical", AlarmsOf(db, AlarmSeverity.Critical), ct),
            await OfAsync("alarms_warning", AlarmsOf(db, AlarmSeverity.Warning), ct),
        ];
    }

    /// <summary>When each job last ended well.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastRunsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<JobRun>().AsNoTracking().Where(r => r.FinishedAt != null && r.Error == null).GroupBy(r => r.JobKey)
            .Select(runs => new { runs.Key, At = runs.Max(r => r.FinishedAt) }).ToDictionaryAsync(r => r.Key, r => r.At!.Value, ct);
    }

    private static IQueryable<DateTimeOffset> AlarmsOf(PagoDb db, AlarmSeverity severity) =>
        db.Set<Alarm>().Where(a => a.OpenKey != null && a.Severity == severity).Select(a => a.RaisedAt);

    private static async Task<Queued> OfAsync(string queue, IQueryable<DateTimeOffset> since, CancellationToken ct)
    {
        var found = await since.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Oldest = all.Min() }).SingleOrDefaultAsync(ct);
        return new Queued(queue, found?.Count ?? 0, found?.Oldest);
    }
}
