using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>One name with its value.</summary>
public sealed partial class Fact
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
