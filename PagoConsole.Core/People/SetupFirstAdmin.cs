using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People;

/// <summary>
/// The way into an empty installation: a link that works once, for a day, and only while nobody is there. Whoever reads the log of the
/// server can use it, and nobody else can know it: the database has only its hash.
/// </summary>
public sealed class SetupFirstAdmin
{
    /// <summary>How long a link holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Writes writes;
    private readonly NewPerson newPerson;
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;

    internal SetupFirstAdmin(Writes writes, NewPerson newPerson, IDbContextFactory<PagoDb> contexts, TimeProvider time) =>
        (this.writes, this.newPerson, this.contexts, this.time) = (writes, newPerson, contexts, time);

    /// <summary>Makes a new link; older unused ones stop working.</summary>
    /// <returns>Its token, or null when somebody is there already.</returns>
    public async Task<string?> MakeLinkAsync(CancellationToken ct)
    {
        var token = Ids.Token();
        var made = await writes.DoAsync(
            async tx =>
            {
                await tx.LockNamesAsync(["first-admin"], ct);
                if (await tx.Db.Set<Person>().AnyAsync(ct)) return false;
                tx.Db.RemoveRange(await tx.Db.Set<SetupLink>().Where(link => link.UsedAt == null).ToListAsync(ct));
                tx.Db.Add(new SetupLink { TokenHash = HashOf(token), ExpiresAt = tx.Now + Lifetime });
                return true;
            },
            ct);
        return made ? token : null;
    }

    /// <summary>Whether a link would work now.</summary>
    public async Task<bool> IsValidAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = HashOf(token);
        var now = time.GetUtcNow();
        return await db.Set<SetupLink>().AnyAsync(link => link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now, ct);
    }

    /// <summary>Uses the link: makes the first admin. The password was checked against the rules by the caller.</summary>
    public Task<Result<Person>> RunAsync(string token, string email, string displayName, string password, CancellationToken ct)
    {
        var (person, role) = newPerson.Make(email, displayName, password, Role.Admin, time.GetUtcNow());
        return writes.RunAsync<Person>(
            async tx =>
            {
                await tx.LockNamesAsync(["first-admin"], ct);
                if (await tx.LockAsync<SetupLink>(HashOf(token), ct) is not { UsedAt: null } link || link.ExpiresAt <= tx.Now) return RefusalCode.NotFound;
                if (await tx.Db.Set<Person>().AnyAsync(ct)) return RefusalCode.NotAllowed;
                link.UsedAt = tx.Now;
                tx.Db.Add(person);
                tx.Db.Add(role);
                tx.Journal(PersonEvents.StreamOf(person.Id), PersonEvents.FirstAdmin, Actor.Job("setup"), new { role = role.RoleId });
                return person;
            },
            ct);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
