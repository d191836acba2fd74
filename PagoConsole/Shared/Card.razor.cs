using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>A titled part of a page.</summary>
public sealed partial class Card
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What stands beside the title.</summary>
    [Parameter]
    public RenderFragment? Extra { get; set; }

    /// <summary>A table fills the card to its edges.</summary>
    [Parameter]
    public bool Flush { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
