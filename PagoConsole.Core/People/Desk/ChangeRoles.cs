using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Gives somebody other roles; sessions with the former ones end within half a minute.</summary>
public sealed class ChangeRoles
{
    private readonly Writes writes;

    internal ChangeRoles(Writes writes) => this.writes = writes;

    /// <summary>Does it; the same roles again change nothing.</summary>
    public Task<Result<Unit>> RunAsync(string personId, IReadOnlySet<Role> roles, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (roles.Count == 0) return new Refusal(RefusalCode.Invalid, "roles");
                await tx.LockAdminsAsync(ct);
                if (await tx.LockAsync<Person>(personId, ct) is not { } person) return RefusalCode.NotFound;
                if (!roles.Contains(Role.Admin) && !await tx.AnyOtherAdminAsync(personId, ct) && await IsAdminAsync(tx, personId, ct)) return RefusalCode.LastAdmin;
                await SetAsync(tx, person, roles, by, ct);
                return default(Unit);
            },
            ct);

    /// <summary>Sets them inside a transaction of somebody else's.</summary>
    internal static async Task SetAsync(WriteScope tx, Person person, IReadOnlySet<Role> roles, Actor by, CancellationToken ct)
    {
        var had = await tx.Db.Set<IdentityUserRole<string>>().Where(r => r.UserId == person.Id).ToListAsync(ct);
        var wanted = roles.Select(role => role.ToString()).ToHashSet();
        if (wanted.SetEquals(had.Select(r => r.RoleId))) return;
        tx.Db.RemoveRange(had.Where(r => !wanted.Contains(r.RoleId)));
        tx.Db.AddRange(wanted.Except(had.Select(r => r.RoleId)).Select(role => new IdentityUserRole<string> { UserId = person.Id, RoleId = role }));
        person.EndSessions();
        tx.Journal(
            PersonEvents.StreamOf(person.Id), PersonEvents.RolesChanged, by,
            new { person = person.DisplayName, from = had.Select(r => r.RoleId).Order(StringComparer.Ordinal), to = wanted.Order(StringComparer.Ordinal) });
    }

    private static Task<bool> IsAdminAsync(WriteScope tx, string personId, CancellationToken ct) =>
        tx.Db.Set<IdentityUserRole<string>>().AnyAsync(r => r.UserId == personId && r.RoleId == nameof(Role.Admin), ct);
}
