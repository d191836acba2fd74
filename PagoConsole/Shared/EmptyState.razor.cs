using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PagoConsole.Shared;

/// <summary>Nothing here: why, and what to do about it.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Body { get; set; }

    [Parameter]
    public string Icon { get; set; } = Icons.Material.Outlined.Inbox;

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
