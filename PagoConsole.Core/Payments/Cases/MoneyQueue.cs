using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>One row of the desk.</summary>
public sealed record MoneyRow(
    string CaseId, string OrderId, MoneyCaseKind Kind, Money Amount, MoneyCaseState State, OrderStatus OrderStatus, DateTimeOffset OpenedAt,
    MoneyChoice? FirstChoice, string? FirstBy, MoneyChoice? Choice, string? DecidedBy, DateTimeOffset? SettledAt, string PaymentId, string TransactionId);

/// <summary>A page of the desk.</summary>
/// <param name="Rows">What waits oldest first, what is settled newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record MoneyRows(IReadOnlyList<MoneyRow> Rows, MoneyKey? Next);

/// <summary>What waits of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many cases.</param>
/// <param name="Money">Their money, one sum for each currency, soles first.</param>
public sealed record MoneyOfKind(MoneyCaseKind Kind, int Count, IReadOnlyList<Money> Money);

/// <summary>What waits on the desk in all.</summary>
/// <param name="Kinds">By kind; only those with cases.</param>
/// <param name="States">By state.</param>
/// <param name="Oldest">Since when the oldest has waited.</param>
public sealed record MoneyTotals(IReadOnlyList<MoneyOfKind> Kinds, IReadOnlyDictionary<MoneyCaseState, int> States, DateTimeOffset? Oldest)
{
    /// <summary>How many wait.</summary>
    public int Count => Kinds.Sum(kind => kind.Count);

    /// <summary>Their money, one sum for each currency, soles first. Currencies are never added up: nobody has exchanged them.</summary>
    public IReadOnlyList<Money> Money => Sums.Of(Kinds.SelectMany(kind => kind.Money));
}

/// <summary>The money that waits for finance, and what was settled.</summary>
public sealed class MoneyQueue
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;

    internal MoneyQueue(IDbContextFactory<PagoDb> contexts, TimeProvider time)
    {
        this.contexts = contexts;
        this.time = time;
    }

    /// <summary>Reads a page.</summary>
    public async Task<Result<MoneyRows>> ReadAsync(MoneyFilter filter, MoneyKey? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = filter.Of(db, time.GetUtcNow());
        if (after is { OpenedAt: var at, CaseId: var id })
        {
            cases = filter.NewestFirst
                ? cases.Where(c => c.OpenedAt < at || (c.OpenedAt == at && string.Compare(c.CaseId, id) < 0))
                : cases.Where(c => c.OpenedAt > at || (c.OpenedAt == at && string.Compare(c.CaseId, id) > 0));
        }

        var joined = cases.Join(db.Set<Order>(), c => c.OrderId, o => o.OrderId, (c, o) => new { c, o.Status });
        joined = filter.NewestFirst
            ? joined.OrderByDescending(j => j.c.OpenedAt).ThenByDescending(j => j.c.CaseId)
            : joined.OrderBy(j => j.c.OpenedAt).ThenBy(j => j.c.CaseId);
        var rows = await joined.Take(PageSize + 1).Select(j => new MoneyRow(
            j.c.CaseId, j.c.OrderId, j.c.Kind, new Money(j.c.AmountMinor, j.c.Currency), j.c.State, j.Status, j.c.OpenedAt,
            j.c.FirstChoice, j.c.FirstBy, j.c.Choice, j.c.DecidedBy, j.c.SettledAt, j.c.PaymentId, j.c.TransactionId)).ToListAsync(ct);
        return new MoneyRows(
            [.. rows.Take(PageSize)], rows.Count > PageSize ? new MoneyKey(rows[PageSize - 1].OpenedAt, rows[PageSize - 1].CaseId) : null);
    }

    /// <summary>All cases of a filter, page by page, so that no statement stays open for long.</summary>
    public async IAsyncEnumerable<MoneyRow> AllAsync(MoneyFilter filter, Actor viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        MoneyKey? after = null;
        do
        {
            var page = await ReadAsync(filter, after, viewer, ct);
            if (!page.Done) yield break;
            foreach (var row in page.Value.Rows) yield return row;
            after = page.Value.Next;
        }
        while (after is not null);
    }

    /// <summary>How many cases wait.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<MoneyCase>().CountAsync(c => c.State != MoneyCaseState.Settled, ct);
    }

    /// <summary>The case to decide next, after one: what has waited longest of what this person can decide; null if there is none.</summary>
    public async Task<Result<string?>> NextAsync(string afterCaseId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var own = viewer.Signature;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<MoneyCase>().AsNoTracking()
            .Where(c => c.CaseId != afterCaseId && (c.State == MoneyCaseState.Open || (c.State == MoneyCaseState.AwaitingSecond && c.FirstBy != own)))
            .OrderBy(c => c.OpenedAt).ThenBy(c => c.CaseId).Select(c => c.CaseId).FirstOrDefaultAsync(ct);
    }

    /// <summary>What waits, by kind and by state.</summary>
    public async Task<Result<MoneyTotals>> TotalsAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = db.Set<MoneyCase>().AsNoTracking().Where(c => c.State != MoneyCaseState.Settled);
        var sums = await waiting.GroupBy(c => new { c.Kind, c.State, c.Currency })
            .Select(g => new { g.Key.Kind, g.Key.State, g.Key.Currency, Count = g.Count(), Minor = g.Sum(c => c.AmountMinor) }).ToListAsync(ct);
        var oldest = await waiting.OrderBy(c => c.OpenedAt).Select(c => (DateTimeOffset?)c.OpenedAt).FirstOrDefaultAsync(ct);
        return new MoneyTotals(
            [.. sums.GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => new MoneyOfKind(g.Key, g.Sum(s => s.Count), Sums.Of(g.Select(s => new Money(s.Minor, s.Currency)))))],
            sums.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            oldest);
    }
}
