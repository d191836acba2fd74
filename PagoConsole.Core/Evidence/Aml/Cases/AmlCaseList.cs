using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>A case with whose document it is about.</summary>
public sealed record AmlCaseRow(AmlCase Case, DocumentName? Name);

/// <summary>Where a page of cases begins: after this one.</summary>
public sealed record AmlCaseKey(DateTimeOffset OpenedAt, string CaseId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static AmlCaseKey? Parse(string? text) =>
        text?.Split('~') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_800_000
            ? new AmlCaseKey(DateTimeOffset.FromUnixTimeMilliseconds(ms), id)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OpenedAt.ToUnixTimeMilliseconds()}~{CaseId}");
}

/// <summary>A page of cases.</summary>
/// <param name="Rows">Its rows, newest first.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="Counts">How many there are in each state.</param>
public sealed record AmlCaseRows(IReadOnlyList<AmlCaseRow> Rows, AmlCaseKey? Next, IReadOnlyDictionary<AmlCaseState, int> Counts);

/// <summary>The cases, page by page.</summary>
public sealed class AmlCaseList(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page.</summary>
    public async Task<Result<AmlCaseRows>> ReadAsync(AmlCaseState? state, AmlCaseKey? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = db.Set<AmlCase>().AsNoTracking();
        if (state is { } one) found = found.Where(c => c.State == one);
        if (after is { OpenedAt: var at, CaseId: var id }) found = found.Where(c => c.OpenedAt < at || (c.OpenedAt == at && string.Compare(c.CaseId, id) < 0));
        var cases = await found.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.CaseId).Take(PageSize + 1).ToListAsync(ct);
        var page = cases.Take(PageSize).ToList();
        var names = await DocumentNames.ReadAsync(db, page.Select(c => c.Document), whole: false, ct);
        var counts = await db.Set<AmlCase>().GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new AmlCaseRows(
            page.ConvertAll(c => new AmlCaseRow(c, names.GetValueOrDefault(Convert.ToHexStringLower(c.Document)))),
            cases.Count > PageSize ? new AmlCaseKey(page[^1].OpenedAt, page[^1].CaseId) : null,
            counts);
    }

    /// <summary>How many are not done with.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AmlCase>().CountAsync(c => c.State == AmlCaseState.Open || c.State == AmlCaseState.Suspicious, ct);
    }

    /// <summary>The case of an order or of its document that is not done with; null where there is none, or where somebody may not know.</summary>
    public async Task<string?> OfOrderAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AmlCase>().Where(c => c.State == AmlCaseState.Open || c.State == AmlCaseState.Suspicious)
            .Where(c => db.Set<AmlCaseOrder>().Any(o => o.CaseId == c.CaseId && o.OrderId == orderId)
                || db.Set<Orders.OrderIdentifier>().Any(i => i.OrderId == orderId && i.Kind == Orders.IdentifierKind.Document && i.ValueHash == c.Document))
            .OrderByDescending(c => c.OpenedAt).Select(c => c.CaseId).FirstOrDefaultAsync(ct);
    }
}
