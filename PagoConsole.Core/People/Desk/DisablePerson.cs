using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Keeps somebody out, or lets them in again. People are never deleted: the journal names them.</summary>
public sealed class DisablePerson
{
    private readonly Writes writes;

    internal DisablePerson(Writes writes) => this.writes = writes;

    /// <summary>Keeps somebody out; open pages are lost within half a minute, and links hold no more. A second time changes nothing.</summary>
    public Task<Result<Unit>> RunAsync(string personId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (by.Id == personId) return RefusalCode.NotOneself;
                await tx.LockAdminsAsync(ct);
                if (await tx.LockAsync<Person>(personId, ct) is not { } person) return RefusalCode.NotFound;
                if (person.Disabled) return default(Unit);
                var admin = await tx.Db.Set<IdentityUserRole<string>>().AnyAsync(r => r.UserId == personId && r.RoleId == nameof(Role.Admin), ct);
                if (admin && !await tx.AnyOtherAdminAsync(personId, ct)) return RefusalCode.LastAdmin;
                tx.Db.RemoveRange(await tx.Db.Set<PersonLink>().Where(l => l.PersonId == personId && l.UsedAt == null).ToListAsync(ct));
                person.Disabled = true;
                person.EndSessions();
                tx.Journal(PersonEvents.StreamOf(personId), PersonEvents.Disabled, by, new { person = person.DisplayName });
                return default(Unit);
            },
            ct);

    /// <summary>Lets somebody in again, with the password and roles they had.</summary>
    public Task<Result<Unit>> EnableAsync(string personId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Person>(personId, ct) is not { } person) return RefusalCode.NotFound;
                if (!person.Disabled) return default(Unit);
                person.Disabled = false;
                (person.AccessFailedCount, person.LockoutEnd) = (0, null);
                person.EndSessions();
                tx.Journal(PersonEvents.StreamOf(personId), PersonEvents.Enabled, by, new { person = person.DisplayName });
                return default(Unit);
            },
            ct);
}
