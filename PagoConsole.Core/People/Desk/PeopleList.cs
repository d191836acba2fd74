using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>How somebody's account stands.</summary>
public enum PersonState
{
    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,

    /// <summary>Too many wrong passwords or codes; the lock ends by itself.</summary>
    Locked,

    /// <summary>Kept out.</summary>
    Disabled,
}

/// <summary>One person, as those who manage access see them.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">What colleagues call them.</param>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="State">How the account stands.</param>
/// <param name="SecondFactor">Whether a second factor is set up.</param>
/// <param name="Provided">Whether they come through the identity provider.</param>
/// <param name="LastSignInAt">When they last signed in.</param>
/// <param name="LockedUntil">Until when they are locked out.</param>
/// <param name="LinkUntil">Until when an unused link holds.</param>
public sealed record PersonLine(
    string Id,
    string Name,
    string Email,
    IReadOnlyList<Role> Roles,
    PersonState State,
    bool SecondFactor,
    bool Provided,
    DateTimeOffset? LastSignInAt,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LinkUntil);

/// <summary>All people.</summary>
public sealed class PeopleList
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;

    internal PeopleList(IDbContextFactory<PagoDb> contexts, TimeProvider time) => (this.contexts, this.time) = (contexts, time);

    /// <summary>Reads them by name, for those who manage access.</summary>
    public async Task<Result<IReadOnlyList<PersonLine>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var roles = (await db.Set<IdentityUserRole<string>>().AsNoTracking().ToListAsync(ct)).ToLookup(r => r.UserId, r => r.RoleId);
        var provided = (await db.Set<IdentityUserLogin<string>>().AsNoTracking().Select(l => l.UserId).ToListAsync(ct)).ToHashSet();
        var links = await db.Set<PersonLink>().AsNoTracking().Where(l => l.UsedAt == null && l.ExpiresAt > now).ToListAsync(ct);
        var people = await db.Set<Person>().AsNoTracking().OrderBy(p => p.DisplayName).ToListAsync(ct);
        return people.ConvertAll(person => new PersonLine(
            person.Id,
            person.DisplayName,
            person.Email ?? "",
            [.. roles[person.Id].Select(Enum.Parse<Role>).Order()],
            StateOf(person, provided.Contains(person.Id), now),
            person.TwoFactorEnabled,
            provided.Contains(person.Id),
            person.LastSignInAt,
            person.LockoutEnd > now ? person.LockoutEnd : null,
            links.Where(link => link.PersonId == person.Id).Max(link => (DateTimeOffset?)link.ExpiresAt)));
    }

    private static PersonState StateOf(Person person, bool provided, DateTimeOffset now) =>
        person.Disabled ? PersonState.Disabled
        : person.PasswordHash is null && !provided ? PersonState.Invited
        : person.LockoutEnd > now ? PersonState.Locked
        : PersonState.Active;
}
