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

    /// <summary>Its table may be wider than the screen and holds nothing to focus: keys must be able to scroll it.</summary>
    [Parameter]
    public bool Scrolls { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
