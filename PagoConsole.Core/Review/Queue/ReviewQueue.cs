using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Queue;

/// <summary>One row of the queue.</summary>
/// <param name="Case">The case.</param>
/// <param name="Hits">The rules that fired and count; the decisive ones first.</param>
public sealed record QueueRow(QueuedCase Case, IReadOnlyList<AssessedRule> Hits);

/// <summary>What the queue holds at an instant.</summary>
/// <param name="At">That instant.</param>
/// <param name="Cases">All that the filter wants, in order.</param>
/// <param name="Open">All cases that are not closed, in no order: views and chips are counted over them.</param>
public sealed record QueueView(DateTimeOffset At, IReadOnlyList<QueuedCase> Cases, IReadOnlyList<QueuedCase> Open);

/// <summary>
/// The cases that wait. All open ones are sorted here: urgency changes with every second, and what is sorted is a few numbers a case
/// (ten thousand of them: docs/decisions/review.md).
/// </summary>
public sealed class ReviewQueue(IDbContextFactory<PagoDb> contexts, OpenCases cases, TimeProvider time)
{
    /// <summary>Reads and sorts the open cases.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="order">In what order.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<QueueView>> ReadAsync(QueueFilter filter, QueueOrder order, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        var open = await cases.ReadAsync(ct);
        var now = time.GetUtcNow();
        return new QueueView(now, Sort(open.Where(c => filter.Wants(c, viewer, now)), order, now), open);
    }

    /// <summary>Reads why some of the cases wait, in the given order.</summary>
    public async Task<Result<IReadOnlyList<QueueRow>>> RowsAsync(IReadOnlyList<QueuedCase> wanted, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        var ids = wanted.Select(c => c.OrderId).ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var assessed = await db.Set<Assessment>().AsNoTracking().Where(a => ids.Contains(a.OrderId)).ToDictionaryAsync(a => a.OrderId, ct);
        return new List<QueueRow>(wanted.Select(c => new QueueRow(c, assessed.TryGetValue(c.OrderId, out var found) ? Decisive(found) : [])));
    }

    /// <summary>The first case of a part of the queue that the viewer could take in hand now; null if there is none.</summary>
    /// <param name="filter">Which part.</param>
    /// <param name="order">In what order.</param>
    /// <param name="but">A case that is not meant: the one they come from.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string?> NextAsync(QueueFilter filter, QueueOrder order, string? but, Actor viewer, CancellationToken ct)
    {
        var read = await ReadAsync(filter, order, viewer, ct);
        return read.Done ? read.Value.Cases.FirstOrDefault(c => c.OrderId != but && c.IsFor(viewer, read.Value.At))?.OrderId : null;
    }

    /// <summary>How many wait for a decision.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ReviewCase>().CountAsync(c => c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond, ct);
    }

    private static List<QueuedCase> Sort(IEnumerable<QueuedCase> wanted, QueueOrder order, DateTimeOffset now)
    {
        var sorted = order switch
        {
            QueueOrder.Urgency => wanted.OrderByDescending(c => c.UrgencyAt(now)),
            QueueOrder.Oldest => wanted.OrderBy(c => c.OpenedAt),
            QueueOrder.Largest => wanted.OrderByDescending(c => c.Stake),
            QueueOrder.Score => wanted.OrderByDescending(c => c.Score),
        };
        return [.. sorted.ThenBy(c => c.HoldUntil).ThenBy(c => c.OrderId, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<AssessedRule> Decisive(Assessment assessment) =>
    [
        .. assessment.ReadRules().Where(r => r is { Result: RuleResult.Hit, Mode: RuleMode.Enforce })
            .OrderBy(r => r.Lifted).ThenByDescending(r => r.Action).ThenByDescending(r => r.Score),
    ];
}
