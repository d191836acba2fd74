using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>What is kept for how long, and what was erased.</summary>
/// <param name="Terms">The term of each kind, and before which instant it is over at present.</param>
/// <param name="Runs">The runs, the newest first.</param>
public sealed record RetentionView(IReadOnlyList<(RetentionKind Kind, RetentionTerm Term, DateTimeOffset Cutoff)> Terms, IReadOnlyList<RetentionRun> Runs)
{
    /// <summary>The run that is under way; null when none is.</summary>
    public RetentionRun? Running => Runs.FirstOrDefault(run => run.State == RetentionRunState.Running);
}

/// <summary>Terms and runs of retention, and which run erased what.</summary>
public sealed class RetentionBook(IDbContextFactory<PagoDb> contexts, IOptionsMonitor<RetentionOptions> options, TimeProvider time)
{
    private const int Most = 100;

    /// <summary>Reads terms and runs.</summary>
    public async Task<Result<RetentionView>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeSeals)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var runs = await db.Set<RetentionRun>().AsNoTracking().OrderByDescending(run => run.Number).Take(Most).ToListAsync(ct);
        var (terms, now) = (options.CurrentValue, time.GetUtcNow());
        return new RetentionView([.. Enum.GetValues<RetentionKind>().Select(kind => (kind, terms.Of(kind), terms.CutoffOf(kind, now)))], runs);
    }

    /// <summary>The number of the run that erased an order's personal data; null while it is there.</summary>
    public async Task<int?> ErasedUnderAsync(string orderId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<OrderErased>().AsNoTracking().Where(e => e.OrderId == orderId).Select(e => (int?)e.Run).SingleOrDefaultAsync(ct);
    }
}
