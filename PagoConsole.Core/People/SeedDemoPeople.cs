using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People;

/// <summary>Makes the demo users that are not there yet. Only outside Production; the caller sees to that.</summary>
public sealed class SeedDemoPeople
{
    private readonly Writes writes;
    private readonly NewPerson newPerson;
    private readonly ILookupNormalizer names;
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;
    private readonly DemoPeopleOptions options;

    internal SeedDemoPeople(
        Writes writes,
        NewPerson newPerson,
        ILookupNormalizer names,
        IDbContextFactory<PagoDb> contexts,
        TimeProvider time,
        IOptions<DemoPeopleOptions> options)
    {
        (this.writes, this.newPerson, this.names) = (writes, newPerson, names);
        (this.contexts, this.time, this.options) = (contexts, time, options.Value);
    }

    /// <summary>The addresses that the sign-in page offers.</summary>
    public IReadOnlyList<string> Addresses => [.. options.Wanted];

    /// <summary>Does it; a second run finds nothing to do.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        // Hashing a password takes its time on purpose, so it happens before the transaction, and only for who is missing.
        var missing = await MissingAsync(ct);
        if (missing.Count == 0) return;
        var made = missing
            .Select(email => newPerson.Make(email, DisplayNameOf(email), DemoPeopleOptions.Password, DemoPeopleOptions.RoleOf(email)!.Value, time.GetUtcNow()))
            .ToList();
        await writes.DoAsync(
            async tx =>
            {
                await tx.LockNamesAsync(["demo-people"], ct);
                foreach (var (person, role) in made)
                {
                    if (await tx.Db.Set<Person>().AnyAsync(p => p.NormalizedUserName == person.NormalizedUserName, ct)) continue;
                    tx.Db.Add(person);
                    tx.Db.Add(role);
                    tx.Journal(PersonEvents.StreamOf(person.Id), PersonEvents.Added, Actor.Job("demo"), new { role = role.RoleId });
                }
            },
            ct);
    }

    private async Task<List<string>> MissingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = options.Wanted.ToLookup(email => names.NormalizeName(email), StringComparer.Ordinal);
        var keys = wanted.Select(group => group.Key).ToList();
        var there = await db.Set<Person>().Where(p => keys.Contains(p.NormalizedUserName!)).Select(p => p.NormalizedUserName!).ToListAsync(ct);
        return [.. wanted.Where(group => !there.Contains(group.Key)).Select(group => group.First())];
    }

    /// <summary><c>analyst2@demo.pe</c> is called Analyst 2.</summary>
    private static string DisplayNameOf(string email)
    {
        var local = email.Split('@')[0];
        var word = local.TrimEnd([.. "0123456789"]);
        var number = local[word.Length..];
        return $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)} {number}".TrimEnd();
    }
}
