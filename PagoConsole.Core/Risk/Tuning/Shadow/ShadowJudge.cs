using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning.Shadow;

/// <summary>
/// Judges an order by the draft in shadow, in the transaction that assesses it and from the same facts; only questions that the version in force
/// did not ask are asked besides. Whatever goes wrong is kept as "not judged" and never holds the order up.
/// </summary>
internal sealed partial class ShadowJudge(RuleBook book, PlaceFinder places, ILogger<ShadowJudge> log)
{
    /// <summary>No further question is asked when so much time is gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private const string Savepoint = "shadow";
    private readonly ConcurrentDictionary<(string Shadow, int Version), BoundRules?> known = new();

    /// <summary>Judges it, and adds what came of it to the transaction.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="shadowId">The run.</param>
    /// <param name="now">The version in force.</param>
    /// <param name="facts">What that asked and was told.</param>
    /// <param name="order">The order.</param>
    /// <param name="judged">What it said.</param>
    /// <param name="ct">Cancels.</param>
    public async Task JudgeAsync(
        WriteScope tx, string shadowId, (int Version, BoundRules Rules) now, OrderFacts facts, Order order, AssessmentResult judged, CancellationToken ct)
    {
        // A statement that fails would end the order's transaction on PostgreSQL; with the savepoint it ends only this.
        var transaction = tx.Db.Database.CurrentTransaction!;
        AssessmentResult? draft = null;
        await transaction.CreateSavepointAsync(Savepoint, ct);
        try
        {
            draft = await AskAsync(tx, shadowId, now, facts, ct);
            await transaction.ReleaseSavepointAsync(Savepoint, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            await transaction.RollbackToSavepointAsync(Savepoint, ct);
            Log.NotJudged(log, shadowId, order.OrderId, failure);
        }

        tx.Db.Add(ShadowAssessment.Of(shadowId, order, now.Version, now.Rules, judged, draft, tx.Now));
    }

    private async Task<AssessmentResult?> AskAsync(WriteScope tx, string shadowId, (int Version, BoundRules Rules) now, OrderFacts facts, CancellationToken ct)
    {
        if (!known.TryGetValue((shadowId, now.Version), out var rules)) rules = await LoadAsync(tx, shadowId, now, ct);
        if (rules is null) return null;
        var started = Stopwatch.GetTimestamp();
        await using var history = new StoredHistory(tx.Db, places);
        var all = await rules.Plan.ContinueAsync(history, facts, () => Stopwatch.GetElapsedTime(started) < Patience, ct);
        return all is null ? null : rules.Assess(all);
    }

    private async Task<BoundRules?> LoadAsync(WriteScope tx, string shadowId, (int Version, BoundRules Rules) now, CancellationToken ct)
    {
        var json = await tx.Db.Set<ShadowRun>().AsNoTracking().Where(s => s.ShadowId == shadowId).Select(s => s.Json).SingleAsync(ct);
        var set = RuleSet.FromJson(json);
        return known[(shadowId, now.Version)] = book.Faults(set).Any() ? null : book.Bind(set, now.Rules.Plan.Further());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Shadow {Shadow} could not judge order {OrderId}; the order goes on")]
        public static partial void NotJudged(ILogger logger, string shadow, string orderId, Exception failure);
    }
}
