using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Differences under a filter: a page of them, all of them, or how many there are of each sort.</summary>
public sealed class DifferenceList(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Differences on a page.</summary>
    public const int PageSize = 50;

    private const int Stride = 500;

    /// <summary>The columns of a row; what only the file of one difference needs stays where it is.</summary>
    internal static readonly Expression<Func<Difference, DifferenceRow>> Lean = d => new DifferenceRow
    {
        DifferenceId = d.DifferenceId,
        Day = d.Day,
        Kind = d.Kind,
        Fact = d.Fact,
        OrderId = d.OrderId,
        PaymentId = d.PaymentId,
        Cip = d.Cip,
        TransactionId = d.TransactionId,
        SellerId = d.SellerId,
        RowNumber = d.RowNumber,
        AtStake = new Money(d.AtStakeMinor, d.Currency),
        Here = d.Here,
        There = d.There,
        State = d.State,
        Owner = d.Owner,
        Note = d.Note,
        StateBy = d.StateBy,
        StateAt = d.StateAt,
        Mended = d.Mended,
        WriteOffBy = d.WriteOffBy,
        MoneyCaseId = d.MoneyCaseId,
        FoundAt = d.FoundAt,
        SeenAt = d.SeenAt,
        Version = d.Version,
    };

    /// <summary>Reads a page, most money at stake first.</summary>
    public async Task<Result<DifferenceRows>> ReadAsync(DifferenceFilter filter, DifferenceKey? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = filter.Of(db);
        if (after is { AtStakeMinor: var minor, DifferenceId: var id })
            found = found.Where(d => d.AtStakeMinor < minor || (d.AtStakeMinor == minor && string.Compare(d.DifferenceId, id) > 0));
        var rows = await found.OrderByDescending(d => d.AtStakeMinor).ThenBy(d => d.DifferenceId).Take(PageSize + 1).Select(Lean).ToListAsync(ct);
        var shown = rows.Count > PageSize ? rows[..PageSize] : rows;
        return new DifferenceRows(await WithOrdersAsync(db, shown, ct), rows.Count > PageSize ? new DifferenceKey(shown[^1].AtStake.Minor, shown[^1].DifferenceId) : null);
    }

    /// <summary>All of a filter by day and kind, in strides, so that no statement stays open for long; none for who may not see them.</summary>
    public async IAsyncEnumerable<DifferenceRow> AllAsync(DifferenceFilter filter, Actor viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) yield break;
        for (var day = filter.From; day <= filter.To; day = day.AddDays(1))
        {
            foreach (var kind in Enum.GetValues<DifferenceKind>().Where(kind => filter.Kinds.Count == 0 || filter.Kinds.Contains(kind)))
            {
                var after = "";
                while (await StrideAsync(filter, day, kind, after, ct) is { Count: > 0 } rows)
                {
                    foreach (var row in rows) yield return row;
                    if (rows.Count < Stride) break;
                    after = rows[^1].Fact;
                }
            }
        }
    }

    /// <summary>The ids of a filter, most money at stake first, and at most so many.</summary>
    public async Task<Result<IReadOnlyList<string>>> IdsAsync(DifferenceFilter filter, int most, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await filter.Of(db).OrderByDescending(d => d.AtStakeMinor).ThenBy(d => d.DifferenceId).Take(most).Select(d => d.DifferenceId).ToListAsync(ct);
    }

    /// <summary>How many there are of each sort between two days, whatever else is filtered.</summary>
    public async Task<Result<IReadOnlyList<DifferenceCount>>> CountAsync(DateOnly from, DateOnly to, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await CountAsync(db, from, to, ct);
    }

    /// <summary>The differences of one order, newest first; analysts see them too, since they may concern risk.</summary>
    public async Task<Result<IReadOnlyList<DifferenceRow>>> OfOrderAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney) && !viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Difference>().AsNoTracking().Where(d => d.OrderId == orderId).OrderByDescending(d => d.Day).ThenBy(d => d.Kind).Take(PageSize).Select(Lean).ToListAsync(ct);
    }

    /// <summary>What waits of buyers' money for which there is no order here.</summary>
    public async Task<Result<MoneyOfNoOrder>> NoOrderAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sums = await db.Set<Difference>()
            .Where(d => (d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo) && d.Kind == DifferenceKind.MissingLocally && d.There == nameof(Reports.RowStatus.Paid))
            .GroupBy(d => d.Currency).Select(g => new { g.Key, Count = g.Count(), Minor = g.Sum(d => d.AtStakeMinor) }).ToListAsync(ct);
        return new MoneyOfNoOrder(sums.Sum(s => s.Count), [.. sums.Select(s => new Money(s.Minor, s.Key)).OrderBy(m => m.Currency.Code, StringComparer.Ordinal)]);
    }

    /// <summary>How many wait for anybody.</summary>
    public async Task<int> OpenAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Difference>().CountAsync(d => d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo, ct);
    }

    internal static async Task<List<DifferenceCount>> CountAsync(PagoDb db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var sums = await db.Set<Difference>().Where(d => d.Day >= from && d.Day <= to).GroupBy(d => new { d.Kind, d.State, d.Owner, d.Currency, Second = d.WriteOffBy != null, Mended = d.Mended != null })
            .Select(g => new { g.Key.Kind, g.Key.State, g.Key.Owner, g.Key.Currency, g.Key.Second, g.Key.Mended, Count = g.Count(), Minor = g.Sum(d => d.AtStakeMinor) }).ToListAsync(ct);
        return [.. sums.Select(s => new DifferenceCount(s.Kind, s.State, s.Owner, s.Currency, s.Count, s.Minor) { AwaitsSecond = s.Second, Mended = s.Mended })];
    }

    /// <summary>A case's outcome and an order's label are looked up for the rows that are shown.</summary>
    internal static async Task<List<DifferenceRow>> WithOrdersAsync(PagoDb db, List<DifferenceRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.OrderId).OfType<string>().Distinct().ToList();
        if (ids.Count == 0) return rows;
        var orders = await db.Set<Order>().Where(o => ids.Contains(o.OrderId)).Select(o => new { o.OrderId, o.Status, o.Fraud }).ToDictionaryAsync(o => o.OrderId, ct);
        var cases = await db.Set<ReviewCase>().Where(c => ids.Contains(c.OrderId) && c.Decision != null)
            .Select(c => new { c.OrderId, c.Decision }).ToDictionaryAsync(c => c.OrderId, c => c.Decision, ct);
        return rows.ConvertAll(r => r.OrderId is { } id && orders.TryGetValue(id, out var order)
            ? r with { OrderStatus = order.Status, Fraud = order.Fraud, Decision = cases.GetValueOrDefault(id) }
            : r);
    }

    private async Task<List<DifferenceRow>> StrideAsync(DifferenceFilter filter, DateOnly day, DifferenceKind kind, string after, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await filter.Of(db).Where(d => d.Day == day && d.Kind == kind && string.Compare(d.Fact, after) > 0)
            .OrderBy(d => d.Fact).Take(Stride).Select(Lean).ToListAsync(ct);
        return await WithOrdersAsync(db, rows, ct);
    }
}
