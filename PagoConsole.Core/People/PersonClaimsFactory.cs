using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.People;

/// <summary>
/// What goes into a session's cookie: id, name, roles and the stamp that ends it early; and, for an admin who must have a second factor and
/// has none, that they must set it up before anything else.
/// </summary>
internal sealed class PersonClaimsFactory(
    UserManager<Person> people, IOptions<IdentityOptions> options, IOptions<SigningInOptions> signIn, IHostEnvironment? host = null)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.DisplayName, user.DisplayName));
        var roles = await UserManager.GetRolesAsync(user);
        foreach (var role in roles) identity.AddClaim(new Claim(identity.RoleClaimType, role));

        // Who comes through the provider has no password here, and the provider sees to a second factor.
        if (!user.TwoFactorEnabled && user.PasswordHash is not null && roles.Contains(nameof(Role.Admin)) && signIn.Value.SecondFactorOfAdmins(host))
            identity.AddClaim(new Claim(PersonClaims.MustEnrol, "true"));
        return identity;
    }
}
