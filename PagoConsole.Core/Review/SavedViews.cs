using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>A filter of the queue that somebody keeps under a name; only they see it.</summary>
public sealed class SavedView
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    /// <summary>Longest query.</summary>
    public const int LongestQuery = 500;

    /// <summary>How many a person may keep.</summary>
    public const int MostOfAPerson = 20;

    /// <summary>Its id.</summary>
    public required string ViewId { get; init; }

    /// <summary>Whose it is, as <see cref="Actor.Signature"/>.</summary>
    public required string Person { get; init; }

    /// <summary>What they call it.</summary>
    public required string Name { get; init; }

    /// <summary>The filter as the address of the page has it.</summary>
    public required string Query { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The views that somebody keeps.</summary>
public sealed class SavedViews(IDbContextFactory<PagoDb> contexts, Writes writes)
{
    /// <summary>Reads one's own, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SavedView>().AsNoTracking().Where(v => v.Person == viewer.Signature).OrderBy(v => v.Name).ToListAsync(ct);
    }

    /// <summary>Keeps one; the same name replaces its filter.</summary>
    public Task<Result<SavedView>> SaveAsync(string name, string query, Actor by, CancellationToken ct) => writes.RunAsync<SavedView>(
        async tx =>
        {
            if (!by.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
            if (name.Trim() is not { Length: > 0 and <= SavedView.LongestName } called) return new Refusal(RefusalCode.Invalid, "name");
            if (query.Length > SavedView.LongestQuery) return new Refusal(RefusalCode.Invalid, "query");
            await tx.LockNamesAsync([$"views:{by.Signature}"], ct);
            var own = await tx.Db.Set<SavedView>().Where(v => v.Person == by.Signature).ToListAsync(ct);
            if (own.Find(v => v.Name == called) is { } there)
            {
                there.Query = query;
                return there;
            }

            if (own.Count >= SavedView.MostOfAPerson) return new Refusal(RefusalCode.Invalid, "name", $"At most {SavedView.MostOfAPerson} views can be kept.");
            var view = new SavedView { ViewId = Ids.New("view", tx.Now), Person = by.Signature, Name = called, Query = query, CreatedAt = tx.Now };
            tx.Db.Add(view);
            return view;
        },
        ct);

    /// <summary>Forgets one of one's own; one that is not there is forgotten already.</summary>
    public Task RemoveAsync(string viewId, Actor by, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            if (await tx.Db.Set<SavedView>().SingleOrDefaultAsync(v => v.ViewId == viewId && v.Person == by.Signature, ct) is { } view) tx.Db.Remove(view);
        },
        ct);
}
