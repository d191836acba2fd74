using Microsoft.EntityFrameworkCore;
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
}
