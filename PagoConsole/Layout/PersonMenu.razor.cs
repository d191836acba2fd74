using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;

namespace PagoConsole.Layout;

/// <summary>Who is signed in, in which roles, and the way out. The form that signs out stands in the document, outside the circuit.</summary>
public sealed partial class PersonMenu
{
    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    private string Roles(ClaimsPrincipal person) => string.Join(", ", PersonClaims.RolesOf(person).Select(role => (string)Text[$"Role_{role}"]));
}
