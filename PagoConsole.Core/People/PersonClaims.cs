using System.Security.Claims;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.People;

/// <summary>What a session's cookie says of the person, and the actor that it makes.</summary>
public static class PersonClaims
{
    /// <summary>What colleagues call them.</summary>
    public const string DisplayName = "display_name";

    /// <summary>There when they must set up a second factor before anything else; until then they may do nothing.</summary>
    public const string MustEnrol = "must_enrol";

    /// <summary>The signed-in person as an actor; permissions come from the roles in the cookie, by today's table.</summary>
    /// <returns>Null when nobody is signed in.</returns>
    public static Actor? ActorOf(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return null;
        var name = principal.FindFirstValue(DisplayName) ?? principal.Identity.Name ?? id;
        return new Actor(ActorKind.Person, id, name, MustSetUp(principal) ? new HashSet<Permission>() : RolePermissions.Of(RolesOf(principal)));
    }

    /// <summary>Whether they must set up a second factor before anything else.</summary>
    public static bool MustSetUp(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == MustEnrol);

    /// <summary>The names of the person's roles.</summary>
    public static IEnumerable<string> RolesOf(ClaimsPrincipal principal) => principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value);
}
