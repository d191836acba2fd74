using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Provider;

/// <summary>What an identity provider says of somebody whom it let in.</summary>
/// <param name="Issuer">Which provider says it.</param>
/// <param name="Subject">Whom it means; never given to another.</param>
/// <param name="Email">Their e-mail, if it is told and verified.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Roles">The roles that it means here.</param>
public sealed record ProvidedPerson(string Issuer, string Subject, string? Email, string? Name, IReadOnlySet<Role> Roles);

/// <summary>
/// Somebody comes from the identity provider: the first time they are added, each time they get the roles that the provider says, which is
/// the authority on them. Nobody without a role gets in. An e-mail of somebody who has a password here is not taken over.
/// </summary>
public sealed class AdmitFromProvider
{
    private static readonly Actor By = Actor.Job("identity-provider");
    private readonly Writes writes;
    private readonly NewPerson newPerson;

    internal AdmitFromProvider(Writes writes, NewPerson newPerson) => (this.writes, this.newPerson) = (writes, newPerson);

    /// <summary>Does it.</summary>
    /// <returns>The person; or refused as <see cref="RefusalCode.NotAllowed"/> (no role), <see cref="RefusalCode.PersonTaken"/> (the
    /// e-mail is somebody else's, or none is told), <see cref="RefusalCode.NotPossibleInThisState"/> (disabled).</returns>
    public Task<Result<Person>> RunAsync(ProvidedPerson provided, CancellationToken ct) => writes.RunAsync<Person>(
        async tx =>
        {
            if (provided.Roles.Count == 0) return RefusalCode.NotAllowed;
            await tx.LockNamesAsync(["people/names"], ct);
            await tx.LockAdminsAsync(ct);
            var known = await tx.Db.Set<IdentityUserLogin<string>>()
                .SingleOrDefaultAsync(l => l.LoginProvider == provided.Issuer && l.ProviderKey == provided.Subject, ct);
            var person = known is null ? await LinkAsync(tx, provided, ct) : await tx.LockAsync<Person>(known.UserId, ct);
            if (person is null) return RefusalCode.PersonTaken;
            if (person.Disabled) return RefusalCode.NotPossibleInThisState;
            await ChangeRoles.SetAsync(tx, person, provided.Roles, By, ct);
            return person;
        },
        ct);

    private async Task<Person?> LinkAsync(WriteScope tx, ProvidedPerson provided, CancellationToken ct)
    {
        if (provided.Email is not { Length: > 0 } email) return null;
        var made = newPerson.Without(email, await FreeNameAsync(tx, provided.Name ?? email.Split('@')[0], ct), tx.Now);
        var there = await tx.Db.Set<Person>().SingleOrDefaultAsync(p => p.NormalizedUserName == made.NormalizedUserName, ct);
        if (there is null)
        {
            tx.Db.Add(made);
            tx.Journal(PersonEvents.StreamOf(made.Id), PersonEvents.Added, By, new { person = made.DisplayName });
        }
        else if (there.PasswordHash is not null || await tx.Db.Set<IdentityUserLogin<string>>().AnyAsync(l => l.UserId == there.Id, ct))
        {
            return null;
        }

        var person = there ?? made;
        tx.Db.Add(new IdentityUserLogin<string>
        {
            LoginProvider = provided.Issuer,
            ProviderKey = provided.Subject,
            ProviderDisplayName = provided.Issuer,
            UserId = person.Id,
        });
        return person;
    }

    /// <summary>The journal names people by it, so two are never called the same.</summary>
    private static async Task<string> FreeNameAsync(WriteScope tx, string wanted, CancellationToken ct)
    {
        var name = wanted.Trim()[..Math.Min(wanted.Trim().Length, InvitePerson.LongestName - 5)];
        var taken = (await tx.Db.Set<Person>().Where(p => p.DisplayName.StartsWith(name)).Select(p => p.DisplayName).ToListAsync(ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!taken.Contains(name)) return name;
        return Enumerable.Range(2, taken.Count + 1).Select(number => $"{name} {number}").First(free => !taken.Contains(free));
    }
}
