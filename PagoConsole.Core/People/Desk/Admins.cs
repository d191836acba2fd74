using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Sees to it that somebody can always manage access.</summary>
internal static class Admins
{
    private const string Name = "people/admins";

    /// <summary>Whoever takes an admin away or adds one waits here, so that two cannot take away each other's last one.</summary>
    public static Task LockAdminsAsync(this WriteScope tx, CancellationToken ct) => tx.LockNamesAsync([Name], ct);

    /// <summary>Whether there is an enabled admin besides this person who can sign in: with a password, or through the provider.</summary>
    public static Task<bool> AnyOtherAdminAsync(this WriteScope tx, string personId, CancellationToken ct)
    {
        var admins = tx.Db.Set<IdentityUserRole<string>>().Where(r => r.RoleId == nameof(Role.Admin)).Select(r => r.UserId);
        var provided = tx.Db.Set<IdentityUserLogin<string>>().Select(l => l.UserId);
        return tx.Db.Set<Person>().AnyAsync(
            p => p.Id != personId && !p.Disabled && admins.Contains(p.Id) && (p.PasswordHash != null || provided.Contains(p.Id)), ct);
    }

    /// <summary>Ends all sessions of a person; whoever changed the row meanwhile finds that it changed.</summary>
    public static void EndSessions(this Person person) => (person.SecurityStamp, person.ConcurrencyStamp) = (Foundation.Ids.Token(), Foundation.Ids.Token());
}
