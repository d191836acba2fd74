using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
using PagoConsole.Layout;

namespace PagoConsole.Admin.Access;

/// <summary>Roles to choose from, each with what it may do.</summary>
public sealed partial class RoleChoice
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<LayoutText> Names { get; set; } = default!;

    /// <summary>The chosen ones; changed in place.</summary>
    [Parameter, EditorRequired]
    public required HashSet<Role> Chosen { get; set; }

    private void Choose(Role role, ChangeEventArgs change)
    {
        if (change.Value is true) Chosen.Add(role);
        else Chosen.Remove(role);
    }
}
