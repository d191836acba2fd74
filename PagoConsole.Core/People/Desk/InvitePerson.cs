using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>A link that was just made.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Token">What the link carries: shown once, and never again.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
public sealed record MadeLink(string PersonId, string Token, DateTimeOffset ExpiresAt);

/// <summary>Adds somebody, who chooses a password through a link that works once.</summary>
public sealed class InvitePerson
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 80;

    private const int LongestAddress = 256;
    private static readonly EmailAddressAttribute Address = new();
    private readonly Writes writes;
    private readonly NewPerson newPerson;

    internal InvitePerson(Writes writes, NewPerson newPerson) => (this.writes, this.newPerson) = (writes, newPerson);

    /// <summary>Does it.</summary>
    public Task<Result<MadeLink>> RunAsync(string email, string displayName, IReadOnlySet<Role> roles, Actor by, CancellationToken ct) =>
        writes.RunAsync<MadeLink>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                var (address, name) = (email.Trim(), displayName.Trim());
                if (address.Length is 0 or > LongestAddress || !Address.IsValid(address)) return new Refusal(RefusalCode.Invalid, "email");
                if (name.Length is 0 or > LongestName) return new Refusal(RefusalCode.Invalid, "name");
                if (roles.Count == 0) return new Refusal(RefusalCode.Invalid, "roles");
                await tx.LockNamesAsync(["people/names"], ct);
                var person = newPerson.Without(address, name, tx.Now);
                if (await tx.Db.Set<Person>().AnyAsync(p => p.NormalizedUserName == person.NormalizedUserName || p.DisplayName == name, ct))
                    return RefusalCode.PersonTaken;
                tx.Db.Add(person);
                tx.Db.AddRange(roles.Select(role => new IdentityUserRole<string> { UserId = person.Id, RoleId = role.ToString() }));
                var link = MakeLink(tx, person.Id);
                tx.Journal(
                    PersonEvents.StreamOf(person.Id), PersonEvents.Invited, by,
                    new { person = name, roles = roles.Order().Select(role => role.ToString()), link.ExpiresAt });
                return link;
            },
            ct);

    internal static MadeLink MakeLink(WriteScope tx, string personId)
    {
        var token = Ids.Token();
        var link = new PersonLink { TokenHash = PersonLink.HashOf(token), PersonId = personId, CreatedAt = tx.Now, ExpiresAt = tx.Now + PersonLink.Lifetime };
        tx.Db.Add(link);
        return new MadeLink(personId, token, link.ExpiresAt);
    }
}
