using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Reads the differences of a filter.</summary>
internal static class FilteredDifferences
{
    private const int PageSize = 500;

    public static IQueryable<Difference> Of(this DifferenceFilter filter, PagoDb db)
    {
        var all = db.Set<Difference>().AsNoTracking().Where(d => d.Day >= filter.From && d.Day <= filter.To);
        if (filter.Kinds.Count > 0) all = all.Where(d => filter.Kinds.Contains(d.Kind));
        if (filter.States.Count > 0) all = all.Where(d => filter.States.Contains(d.State));
        if (filter.Owner is { } owner) all = owner.Length == 0 ? all.Where(d => d.Owner == null) : all.Where(d => d.Owner == owner);
        if (filter.Currency is { } currency) all = all.Where(d => d.Currency == currency);
        if (filter.SellerId is { } seller) all = all.Where(d => d.SellerId == seller);
        if (filter.Text is { } text)
            all = all.Where(d => d.OrderId == text || d.PaymentId == text || d.Cip == text || d.TransactionId == text || d.DifferenceId == text);
        return all;
    }

    /// <summary>Whether only some of the differences of its days are wanted.</summary>
    public static bool IsNarrow(this DifferenceFilter filter) =>
        filter.Kinds.Count > 0 || filter.States.Count > 0 || filter.Owner is not null || filter.Text is not null;

    /// <summary>Those of one day and kind, page by page in the order of its index.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Difference>> PagesAsync(
        IDbContextFactory<PagoDb> contexts, DifferenceFilter filter, DateOnly day, DifferenceKind kind,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = ""; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var from = after;
            var page = await filter.Of(db).Where(d => d.Day == day && d.Kind == kind && string.Compare(d.Fact, from) > 0)
                .OrderBy(d => d.Fact).Take(PageSize).ToListAsync(ct);
            if (page.Count > 0) yield return page;
            if (page.Count < PageSize) yield break;
            after = page[^1].Fact;
        }
    }
}
