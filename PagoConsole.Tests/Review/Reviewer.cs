using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;

namespace PagoConsole.Tests.Review;

/// <summary>The people of a review desk, with what their roles give them.</summary>
internal static class Reviewer
{
    public static readonly Actor Ana = Person("ana", Role.Analyst);
    public static readonly Actor Beto = Person("beto", Role.Analyst);
    public static readonly Actor Lucia = Person("lucia", Role.Lead);
    public static readonly Actor Auditor = Person("aldo", Role.Auditor);
    public static readonly Actor Clock = Actor.Job("review");

    private static Actor Person(string name, Role role) => new(ActorKind.Person, name, name, RolePermissions.Of(role));
}
