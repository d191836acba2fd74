using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Reads the differences of a filter as a sheet wants them.</summary>
internal static class FilteredDifferences
{
    private const int PageSize = 500;

    /// <summary>Whether only some of the differences of its days, currency and seller are wanted.</summary>
    public static bool IsNarrow(this DifferenceFilter filter) => !(filter with { Currency = null, SellerId = null }).IsAll;

    /// <summary>Those of one day and kind, page by page in the order of its index.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<DifferenceRow>> PagesAsync(
        IDbContextFactory<PagoDb> contexts, DifferenceFilter filter, DateOnly day, DifferenceKind kind, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = ""; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var from = after;
            var page = await filter.Of(db).Where(d => d.Day == day && d.Kind == kind && string.Compare(d.Fact, from) > 0)
                .OrderBy(d => d.Fact).Take(PageSize).Select(DifferenceList.Lean).ToListAsync(ct);
            if (page.Count > 0) yield return page;
            if (page.Count < PageSize) yield break;
            after = page[^1].Fact;
        }
    }
}
