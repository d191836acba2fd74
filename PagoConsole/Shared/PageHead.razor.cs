using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>The top of a page: its title, the one figure that matters, its main action.</summary>
public sealed partial class PageHead
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? Figure { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
