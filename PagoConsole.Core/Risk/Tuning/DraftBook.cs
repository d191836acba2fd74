using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>A draft with what it began with and what is in force.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Set">Its rules, every setting written out.</param>
/// <param name="Base">Those that its changes are counted from.</param>
/// <param name="Active">Those in force.</param>
/// <param name="ActiveVersion">The number of those.</param>
public sealed record DraftView(RuleDraft Draft, RuleSet Set, RuleSet Base, RuleSet Active, int ActiveVersion)
{
    /// <summary>What it changes, counted from its base.</summary>
    public IReadOnlyList<RuleChange> Changes => RuleChanges.Between(Base, Set);

    /// <summary>Whether another version has come into force since it was begun.</summary>
    public bool Outdated => !Draft.Ended && Draft.BaseVersion != ActiveVersion;
}

/// <summary>One line of the list of drafts.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Changes">What it changes.</param>
/// <param name="InShadow">Whether it judges live orders in shadow.</param>
public sealed record DraftLine(RuleDraft Draft, IReadOnlyList<RuleChange> Changes, bool InShadow);

/// <summary>The drafts of the rules.</summary>
public sealed class DraftBook(IDbContextFactory<PagoDb> contexts, RuleBook book)
{
    /// <summary>Ended drafts that are read at most.</summary>
    public const int MostEnded = 30;

    /// <summary>Reads one.</summary>
    public async Task<Result<DraftView>> ReadAsync(string draftId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<RuleDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.DraftId == draftId, ct) is not { } draft) return RefusalCode.NotFound;
        var rows = db.Set<RuleSetRow>().AsNoTracking();
        var active = await rows.OrderByDescending(row => row.Version).FirstAsync(ct);
        var began = draft.BaseVersion == active.Version ? active : await rows.SingleAsync(row => row.Version == draft.BaseVersion, ct);
        return new DraftView(draft, book.Whole(draft.ReadSet()), Whole(began), Whole(active), active.Version);
    }

    /// <summary>Reads all that something may become of, and the latest of the others; the latest changed first.</summary>
    public async Task<Result<IReadOnlyList<DraftLine>>> ReadAllAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var drafts = db.Set<RuleDraft>().AsNoTracking().OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.DraftId);
        var found = await drafts.Where(d => d.State != DraftState.Published && d.State != DraftState.Discarded).ToListAsync(ct);
        found.AddRange(await drafts.Where(d => d.State == DraftState.Published || d.State == DraftState.Discarded).Take(MostEnded).ToListAsync(ct));
        var numbers = found.ConvertAll(d => d.BaseVersion).Distinct().ToList();
        var bases = (await db.Set<RuleSetRow>().AsNoTracking().Where(row => numbers.Contains(row.Version)).ToListAsync(ct)).ToDictionary(row => row.Version, Whole);
        var inShadow = await db.Set<Shadow.ShadowRun>().Where(s => s.EndedAt == null).Select(s => s.DraftId).ToListAsync(ct);
        return found.ConvertAll(d => new DraftLine(d, RuleChanges.Between(bases[d.BaseVersion], book.Whole(d.ReadSet())), inShadow.Contains(d.DraftId)));
    }

    private RuleSet Whole(RuleSetRow row) => book.Whole(RuleSet.FromJson(row.Json));
}
