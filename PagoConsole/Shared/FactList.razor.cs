using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>Names and values, one below the other.</summary>
public sealed partial class FactList
{
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
