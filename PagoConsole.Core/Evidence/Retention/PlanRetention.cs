using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>What one kind would come to.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Cutoff">What last happened before this instant is due.</param>
/// <param name="Due">How many would be erased.</param>
/// <param name="Held">How many are due and stay, because a legal hold keeps them.</param>
public sealed record RetentionLine(RetentionKind Kind, DateTimeOffset Cutoff, long Due, long Held);

/// <summary>What a run would erase: nothing is changed by looking.</summary>
/// <param name="Lines">Each kind.</param>
/// <param name="Sample">Some orders that would be erased.</param>
/// <param name="HeldSample">Some orders that are due and held.</param>
/// <param name="Code">Names exactly this plan: a run is started for a plan that somebody has seen.</param>
public sealed record RetentionPlan(IReadOnlyList<RetentionLine> Lines, IReadOnlyList<string> Sample, IReadOnlyList<string> HeldSample, string Code)
{
    /// <summary>How many would be erased.</summary>
    public long Due => Lines.Sum(line => line.Due);
}

/// <summary>The dry run: counts what is due, and what is held back.</summary>
public sealed class PlanRetention(IDbContextFactory<PagoDb> contexts, IOptionsMonitor<RetentionOptions> options, TimeProvider time)
{
    private const int Samples = 20;

    /// <summary>Counts for a person.</summary>
    public async Task<Result<RetentionPlan>> RunAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeSeals)) return RefusalCode.NotAllowed;
        return await CountAsync(ct);
    }

    /// <summary>Counts.</summary>
    internal async Task<RetentionPlan> CountAsync(CancellationToken ct)
    {
        var (now, terms) = (time.GetUtcNow(), options.CurrentValue);
        DateTimeOffset Cutoff(RetentionKind kind) => terms.CutoffOf(kind, now);
        var counts = Enum.GetValues<RetentionKind>().ToDictionary(kind => kind, _ => (Due: 0L, Held: 0L));
        var (sample, held, all) = (new List<string>(), new List<string>(), IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        await using var db = await contexts.CreateDbContextAsync(ct);
        await foreach (var order in DueOrders.ReadAsync(db, Cutoff(RetentionKind.Orders), Cutoff(RetentionKind.AmlOrders), ct))
        {
            Add(order.Aml ? RetentionKind.AmlOrders : RetentionKind.Orders, order.Held ? 0 : 1, order.Held ? 1 : 0);
            var some = order.Held ? held : sample;
            if (some.Count < Samples) some.Add(order.OrderId);
            if (!order.Held) all.AppendData(Encoding.UTF8.GetBytes(order.OrderId + "\n"));
        }

        foreach (var table in AgedTable.All)
        {
            var (due, kept) = await AgedRows.CountAsync(db, table, Cutoff(table.Kind), ct);
            Add(table.Kind, due - kept, kept);
        }

        await foreach (var (kind, parts) in AgedPrivateParts.ReadAsync(db, Cutoff, ct)) Add(kind, parts.Parts, 0);
        var lines = counts.Select(kind => new RetentionLine(kind.Key, Cutoff(kind.Key), kind.Value.Due, kind.Value.Held)).ToList();
        foreach (var line in lines) all.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{line.Kind} {line.Cutoff.ToUnixTimeMilliseconds()} {line.Due}\n")));
        return new RetentionPlan(lines, sample, held, Convert.ToHexStringLower(all.GetHashAndReset()));

        void Add(RetentionKind kind, long due, long kept) => counts[kind] = (counts[kind].Due + due, counts[kind].Held + kept);
    }
}
