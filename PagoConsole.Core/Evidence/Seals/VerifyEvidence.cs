using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>Checks chains, private parts and seals; changes nothing, and may run beside a busy console.</summary>
public sealed class VerifyEvidence(IDbContextFactory<PagoDb> contexts, JournalVerifier journal)
{
    /// <summary>Checks all, or what concerns one order: its chain, and the seals it is in.</summary>
    /// <param name="orderId">The order; null for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="progress">Told how many entries and leaves were gone through.</param>
    public async Task<EvidenceVerdict> RunAsync(string? orderId, CancellationToken ct, Action<long>? progress = null)
    {
        var chains = await journal.VerifyAsync(orderId, ct, progress);
        var seals = await new CheckSeals(contexts).RunAsync(orderId is null ? null : Order.StreamOf(orderId), leaves => progress?.Invoke(chains.Entries + leaves), ct);
        if (chains.ErasedUnder.Count == 0) return new EvidenceVerdict(chains, seals, []);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await RetentionEvents.RunsAsync(db, ct);
        return new EvidenceVerdict(chains, seals, [.. chains.ErasedUnder.Except(known).Order()]);
    }

    /// <summary>How much there is to go through, about.</summary>
    public async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<JournalStream>().SumAsync(stream => stream.Position, ct) + await db.Set<DailySeal>().SumAsync(seal => seal.Streams, ct);
    }
}
