using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>A version of the rules.</summary>
/// <param name="Row">As it is stored.</param>
/// <param name="Set">Its rules, every setting written out.</param>
/// <param name="Changes">What it changed of the version before it.</param>
public sealed record RuleVersion(RuleSetRow Row, RuleSet Set, IReadOnlyList<RuleChange> Changes);

/// <summary>The versions of the rules.</summary>
public sealed class VersionBook(IDbContextFactory<PagoDb> contexts, RuleBook book)
{
    /// <summary>Versions on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads versions, newest first.</summary>
    /// <param name="before">Only those under this number; null for the newest.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<IReadOnlyList<RuleVersion>>> ReadAsync(int? before, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<RuleSetRow>().AsNoTracking().Where(row => before == null || row.Version < before)
            .OrderByDescending(row => row.Version).Take(PageSize + 1).ToListAsync(ct);
        var sets = rows.ConvertAll(Whole);
        return rows.Take(PageSize).Select((row, i) => new RuleVersion(row, sets[i], i + 1 < sets.Count ? RuleChanges.Between(sets[i + 1], sets[i]) : [])).ToList();
    }

    /// <summary>Reads one, with what it changed of another.</summary>
    public async Task<Result<RuleVersion>> CompareAsync(int version, int with, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<RuleSetRow>().AsNoTracking().Where(row => row.Version == version || row.Version == with).ToListAsync(ct);
        if (rows.Find(row => row.Version == version) is not { } row || rows.Find(row => row.Version == with) is not { } other) return RefusalCode.NotFound;
        return new RuleVersion(row, Whole(row), RuleChanges.Between(Whole(other), Whole(row)));
    }

    private RuleSet Whole(RuleSetRow row) => book.Whole(RuleSet.FromJson(row.Json));
}
