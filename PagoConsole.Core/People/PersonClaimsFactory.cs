using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.People;

/// <summary>What goes into a session's cookie: id, name, roles and the stamp that ends it early.</summary>
internal sealed class PersonClaimsFactory(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.DisplayName, user.DisplayName));
        foreach (var role in await UserManager.GetRolesAsync(user)) identity.AddClaim(new Claim(identity.RoleClaimType, role));
        return identity;
    }
}
