using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People;

/// <summary>Questions about people that somebody other than Identity asks.</summary>
public sealed class PeopleDirectory
{
    private readonly IDbContextFactory<PagoDb> contexts;

    internal PeopleDirectory(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Whether a demo user exists who can sign in: with such a one, Production does not start.</summary>
    public async Task<bool> HasDemoPeopleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var suffix = DemoPeopleOptions.Domain.ToUpperInvariant();
        return await db.Set<Person>().AnyAsync(p => !p.Disabled && p.NormalizedUserName!.EndsWith(suffix), ct);
    }

    /// <summary>Those who may do something, by the names that colleagues call them.</summary>
    public async Task<IReadOnlyList<string>> WhoMayAsync(Permission permission, CancellationToken ct)
    {
        var roles = Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(permission)).Select(role => role.ToString()).ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = db.Set<IdentityUserRole<string>>().Where(r => roles.Contains(r.RoleId)).Select(r => r.UserId);
        return await db.Set<Person>().Where(p => !p.Disabled && ids.Contains(p.Id)).OrderBy(p => p.DisplayName).Select(p => p.DisplayName).ToListAsync(ct);
    }
}
