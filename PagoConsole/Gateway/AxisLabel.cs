using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PagoConsole.Gateway;

/// <summary>A word under a chart, as SVG's own <c>text</c>: a name that Razor keeps for itself.</summary>
public sealed class AxisLabel : ComponentBase
{
    /// <summary>Where along the axis: 0, 100%.</summary>
    [Parameter, EditorRequired]
    public required string At { get; set; }

    /// <summary>Which line, from above.</summary>
    [Parameter]
    public int Line { get; set; } = 1;

    /// <summary>start, middle or end: which part of the word stands there.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    [Parameter, EditorRequired]
    public required string Word { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", $"line-{Line}");
        builder.AddAttribute(2, "x", At);
        builder.AddAttribute(3, "y", (15 * Line) - 4);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Word);
        builder.CloseElement();
    }
}
