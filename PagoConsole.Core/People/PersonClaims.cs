using System.Security.Claims;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.People;

/// <summary>What a session's cookie says of the person, and the actor that it makes.</summary>
public static class PersonClaims
{
    /// <summary>What colleagues call them.</summary>
    public const string DisplayName = "display_name";

    /// <summary>The signed-in person as an actor; permissions come from the roles in the cookie, by today's table.</summary>
    /// <returns>Null when nobody is signed in.</returns>
    public static Actor? ActorOf(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return null;
        var name = principal.FindFirstValue(DisplayName) ?? principal.Identity.Name ?? id;
        return new Actor(ActorKind.Person, id, name, RolePermissions.Of(RolesOf(principal)));
    }

    /// <summary>The names of the person's roles.</summary>
    public static IEnumerable<string> RolesOf(ClaimsPrincipal principal) => principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value);
}
