using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People.Desk;

namespace PagoConsole.Admin.Access;

/// <summary>How somebody's account stands.</summary>
public sealed partial class PersonStateChip
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required PersonState State { get; set; }
}
