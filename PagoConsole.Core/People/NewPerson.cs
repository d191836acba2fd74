using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.People;

/// <summary>Makes the rows of a new person, for whoever adds them in a transaction of their own.</summary>
internal sealed class NewPerson(IPasswordHasher<Person> passwords, ILookupNormalizer names)
{
    public (Person Person, IdentityUserRole<string> Role) Make(string email, string displayName, string password, Role role, DateTimeOffset now)
    {
        var person = Without(email, displayName, now);
        person.PasswordHash = passwords.HashPassword(person, password);
        return (person, new IdentityUserRole<string> { UserId = person.Id, RoleId = role.ToString() });
    }

    /// <summary>Somebody without a password, who cannot sign in with one yet.</summary>
    public Person Without(string email, string displayName, DateTimeOffset now) =>
        new()
        {
            Id = Ids.New("usr", now),
            UserName = email,
            NormalizedUserName = names.NormalizeName(email),
            Email = email,
            NormalizedEmail = names.NormalizeEmail(email),
            EmailConfirmed = true,
            DisplayName = displayName,
            LockoutEnabled = true,
            SecurityStamp = Ids.Token(),
            ConcurrencyStamp = Ids.Token(),
            CreatedAt = now,
        };
}
