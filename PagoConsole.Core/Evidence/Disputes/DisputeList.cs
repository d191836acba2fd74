using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>One dispute in the list.</summary>
/// <param name="DisputeId">Its id.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Code">What it is about.</param>
/// <param name="Amount">What is disputed.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="AnswerBy">Until when it is to be answered.</param>
/// <param name="HandedInAt">When proof was handed in.</param>
/// <param name="Owner">Who works on it.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="ToBuyer">What went to the buyer's side in the end.</param>
public sealed record DisputeRow(
    string DisputeId, string OrderId, DisputeReason? Code, Money Amount, DisputeState State, DateTimeOffset OpenedAt, DateTimeOffset AnswerBy,
    DateTimeOffset? HandedInAt, string? Owner, DateTimeOffset? ClosedAt, Money? ToBuyer);

/// <summary>A page of disputes.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Counts">How many there are in each part.</param>
public sealed record DisputeRows(IReadOnlyList<DisputeRow> Rows, DisputeKey? Next, IReadOnlyDictionary<DisputesView, int> Counts);

/// <summary>The disputes, page by page.</summary>
public sealed class DisputeList(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Disputes on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page.</summary>
    public async Task<Result<DisputeRows>> ReadAsync(DisputeFilter filter, DisputeKey? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeDisputes)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var states = DisputeFilter.StatesOf(filter.View);
        var found = db.Set<Dispute>().AsNoTracking().Where(d => states.Contains(d.State));
        if (filter.Code is { } code) found = found.Where(d => d.Code == code);
        if (filter.OrderId is { } orderId) found = found.Where(d => d.OrderId == orderId);
        found = filter.View == DisputesView.Open ? ByUrgency(found, after) : ByEnd(found, after);
        var rows = await found.Join(db.Set<Order>(), d => d.OrderId, o => o.OrderId, (d, o) => new { d, o.AmountMinor, o.Currency }).Take(PageSize + 1).ToListAsync(ct);
        var page = rows.Take(PageSize).Select(row => RowOf(row.d, new Money(row.AmountMinor, row.Currency))).ToList();
        var last = rows.Count > PageSize ? rows[PageSize - 1].d : null;
        return new DisputeRows(
            page, last is null ? null : new DisputeKey((filter.View == DisputesView.Open ? last.AnswerBy : last.ClosedAt) ?? last.OpenedAt, last.DisputeId), await CountsAsync(db, ct));
    }

    /// <summary>How many wait for proof.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Dispute>().CountAsync(d => d.State == DisputeState.Open && d.HandedInAt == null, ct);
    }

    /// <summary>The disputes of one order, the newest first.</summary>
    public async Task<IReadOnlyList<DisputeRow>> OfOrderAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeDisputes)) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(o => o.OrderId == orderId, ct) is not { } order) return [];
        var all = await db.Set<Dispute>().AsNoTracking().Where(d => d.OrderId == orderId).OrderByDescending(d => d.OpenedAt).Take(PageSize).ToListAsync(ct);
        return all.ConvertAll(d => RowOf(d, order.Amount));
    }

    internal static DisputeRow RowOf(Dispute d, Money ofOrder) => new(
        d.DisputeId, d.OrderId, d.Code, new Money(d.AmountMinor ?? ofOrder.Minor, ofOrder.Currency), d.State, d.OpenedAt, d.AnswerBy ?? d.DueAt ?? d.OpenedAt,
        d.HandedInAt, d.Owner, d.ClosedAt, d.OutcomeMinor is { } minor ? new Money(minor, ofOrder.Currency) : null);

    private static IQueryable<Dispute> ByUrgency(IQueryable<Dispute> found, DisputeKey? after)
    {
        if (after is { At: var at, DisputeId: var id }) found = found.Where(d => d.AnswerBy > at || (d.AnswerBy == at && string.Compare(d.DisputeId, id) > 0));
        return found.OrderBy(d => d.AnswerBy).ThenBy(d => d.DisputeId);
    }

    private static IQueryable<Dispute> ByEnd(IQueryable<Dispute> found, DisputeKey? after)
    {
        if (after is { At: var at, DisputeId: var id }) found = found.Where(d => d.ClosedAt < at || (d.ClosedAt == at && string.Compare(d.DisputeId, id) < 0));
        return found.OrderByDescending(d => d.ClosedAt).ThenByDescending(d => d.DisputeId);
    }

    private static async Task<IReadOnlyDictionary<DisputesView, int>> CountsAsync(PagoDb db, CancellationToken ct)
    {
        var states = await db.Set<Dispute>().GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Enum.GetValues<DisputesView>().ToDictionary(view => view, view => DisputeFilter.StatesOf(view).Sum(state => states.GetValueOrDefault(state)));
    }
}
