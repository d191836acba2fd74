using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.SignIns;

/// <summary>Which sign-ins.</summary>
/// <param name="Refused">Only those that were not let in.</param>
/// <param name="PersonId">Only those of one person.</param>
public sealed record SignInFilter(bool Refused = false, string? PersonId = null);

/// <summary>One row of the log, with the name of whom it is about.</summary>
/// <param name="SignIn">The row.</param>
/// <param name="Person">What colleagues call them.</param>
public sealed record SignInLine(SignInEntry SignIn, string? Person);

/// <summary>A page of the log.</summary>
/// <param name="Lines">Its rows, the newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record SignInPage(IReadOnlyList<SignInLine> Lines, DateTimeOffset? Next);

/// <summary>The sign-in log.</summary>
public sealed class SignInList
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    private readonly IDbContextFactory<PagoDb> contexts;

    internal SignInList(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Reads a page, for those who manage access.</summary>
    public async Task<Result<SignInPage>> ReadAsync(SignInFilter filter, DateTimeOffset? before, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = db.Set<SignInEntry>().AsNoTracking();
        if (filter.Refused) wanted = wanted.Where(s => s.Outcome != SignInOutcome.SignedIn && s.Outcome != SignInOutcome.CodeAsked);
        if (filter.PersonId is { } personId) wanted = wanted.Where(s => s.PersonId == personId);
        if (before is { } end) wanted = wanted.Where(s => s.LastAt < end);
        var read = await wanted.OrderByDescending(s => s.LastAt).ThenByDescending(s => s.SignInId).Take(PageSize + 1).ToListAsync(ct);
        var shown = read.Take(PageSize).ToList();
        var ids = shown.Select(s => s.PersonId).OfType<string>().Distinct().ToList();
        var names = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
        return new SignInPage(
            shown.ConvertAll(s => new SignInLine(s, s.PersonId is { } id ? names.GetValueOrDefault(id) : null)),
            read.Count > PageSize ? shown[^1].LastAt : null);
    }
}
