using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Uses the link of an invitation or of a reset: sets the password, once.</summary>
public sealed class UsePersonLink
{
    private readonly Writes writes;
    private readonly IPasswordHasher<Person> passwords;
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;

    internal UsePersonLink(Writes writes, IPasswordHasher<Person> passwords, IDbContextFactory<PagoDb> contexts, TimeProvider time) =>
        (this.writes, this.passwords, this.contexts, this.time) = (writes, passwords, contexts, time);

    /// <summary>Whose link it is, if it would work now.</summary>
    public async Task<Person?> FindAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (hash, now) = (PersonLink.HashOf(token), time.GetUtcNow());
        var of = db.Set<PersonLink>().Where(link => link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now).Select(link => link.PersonId);
        return await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => of.Contains(person.Id) && !person.Disabled, ct);
    }

    /// <summary>Uses it. The password was checked against the rules by the caller.</summary>
    public async Task<Result<Person>> RunAsync(string token, string password, CancellationToken ct)
    {
        // Hashing takes its time on purpose: before the transaction, and not for links that never were.
        if (await FindAsync(token, ct) is not { } owner) return RefusalCode.NotFound;
        var hash = passwords.HashPassword(owner, password);
        return await writes.RunAsync<Person>(
            async tx =>
            {
                if (await tx.LockAsync<PersonLink>(PersonLink.HashOf(token), ct) is not { } link || !link.HoldsAt(tx.Now)) return RefusalCode.NotFound;
                if (await tx.LockAsync<Person>(link.PersonId, ct) is not { Disabled: false } person) return RefusalCode.NotFound;
                link.UsedAt = tx.Now;
                person.PasswordHash = hash;
                (person.AccessFailedCount, person.LockoutEnd) = (0, null);
                person.EndSessions();
                tx.Journal(PersonEvents.StreamOf(person.Id), PersonEvents.PasswordSet, ActorOf(person), new { person = person.DisplayName });
                return person;
            },
            ct);
    }

    internal static Actor ActorOf(Person person) => new(ActorKind.Person, person.Id, person.DisplayName, new HashSet<Permission>());
}
