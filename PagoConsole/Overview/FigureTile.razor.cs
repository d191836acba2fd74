using Microsoft.AspNetCore.Components;

namespace PagoConsole.Overview;

/// <summary>One figure and what it is to be seen beside; leads to the rows that make it up.</summary>
public sealed partial class FigureTile
{
    /// <summary>Longer figures are set smaller where a tile is narrow: S/ 1,234,567.89 on a phone.</summary>
    private const int Usual = 12;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Figure { get; set; }

    [Parameter, EditorRequired]
    public required string Href { get; set; }

    /// <summary>What exactly is counted.</summary>
    [Parameter, EditorRequired]
    public required string Hint { get; set; }

    /// <summary>What is usual, or since when it waits.</summary>
    [Parameter]
    public string? Beside { get; set; }

    /// <summary>Whether it is far from usual; the words say so too.</summary>
    [Parameter]
    public bool Unusual { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
