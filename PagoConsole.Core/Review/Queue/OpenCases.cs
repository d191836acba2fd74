using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Queue;

/// <summary>
/// The open cases, kept between two looks. Each look asks the store for every id with its version, which is exact on both databases, and reads only
/// those that changed. People who look at the same time share one look (docs/decisions/review.md).
/// </summary>
public sealed class OpenCases(IDbContextFactory<PagoDb> contexts) : IDisposable
{
    /// <summary>From so many changed cases on, all are read at once.</summary>
    private const int Many = 500;

    /// <summary>The columns that the queue needs, and no more.</summary>
    private static readonly Expression<Func<ReviewCase, QueuedCase>> Lean = c => new QueuedCase
    {
        OrderId = c.OrderId,
        Version = c.Version,
        State = c.State,
        Decision = c.Decision,
        DecidedBy = c.DecidedBy,
        EffectiveAt = c.EffectiveAt,
        OpenedAt = c.OpenedAt,
        HoldUntil = c.HoldUntil,
        HoldMinutes = c.HoldMinutes,
        PausedUntil = c.InformationRequestedAt == null ? null : c.PausedUntil,
        Answered = c.AnsweredAt != null,
        Escalated = c.EscalatedAt != null,
        ClaimedBy = c.ClaimedBy,
        ClaimedUntil = c.ClaimedUntil,
        FirstApproval = c.FirstApproval,
        NeedsSecond = c.NeedsSecond,
        Amount = new Money(c.AmountMinor, c.Currency),
        Stake = InSoles(c.StakeMinor),
        Score = c.Score,
        AccountId = c.AccountId,
        AccountCreatedAt = c.AccountCreatedAt,
        SellerId = c.SellerId,
        Aml = c.Aml,
        LinkedAccounts = c.LinkedAccounts,
        Reasons = Words(c.Reasons),
    };

    private readonly SemaphoreSlim lane = new(1, 1);
    private Dictionary<string, QueuedCase> known = new(StringComparer.Ordinal);
    private (long Number, IReadOnlyList<QueuedCase> Cases) last = (0, []);
    private long begun;

    /// <summary>Reads them as they are now, in no order.</summary>
    public async Task<IReadOnlyList<QueuedCase>> ReadAsync(CancellationToken ct)
    {
        var before = Interlocked.Read(ref begun);
        await lane.WaitAsync(ct);
        try
        {
            // A look of somebody else that began after this call is as good as one of one's own.
            if (last.Number > before) return last.Cases;
            last = (Interlocked.Increment(ref begun), await LookAsync(ct));
            return last.Cases;
        }
        finally
        {
            lane.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => lane.Dispose();

    private async Task<IReadOnlyList<QueuedCase>> LookAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.Set<ReviewCase>().AsNoTracking()
            .Where(c => c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond || c.State == ReviewState.Decided);
        var now = await open.Select(c => new { c.OrderId, c.Version }).ToListAsync(ct);
        var changed = now.Where(c => !known.TryGetValue(c.OrderId, out var before) || before.Version != c.Version).Select(c => c.OrderId).ToList();
        var read = changed.Count switch
        {
            0 => [],
            < Many => await open.Where(c => changed.Contains(c.OrderId)).Select(Lean).ToListAsync(ct),
            _ => await open.Select(Lean).ToListAsync(ct),
        };
        if (changed.Count == 0 && now.Count == known.Count) return last.Cases;

        // What closed since its version was read is missing here and thereby left out.
        var fresh = read.ToDictionary(c => c.OrderId, StringComparer.Ordinal);
        var stale = changed.ToHashSet(StringComparer.Ordinal);
        var cases = new List<QueuedCase>(now.Count);
        foreach (var one in now)
            if (fresh.TryGetValue(one.OrderId, out var row) || (!stale.Contains(one.OrderId) && known.TryGetValue(one.OrderId, out row)))
                cases.Add(row);
        known = cases.ToDictionary(c => c.OrderId, StringComparer.Ordinal);
        return cases;
    }

    private static decimal InSoles(long minor) => minor / 100m;

    private static string[] Words(string reasons) => reasons.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
