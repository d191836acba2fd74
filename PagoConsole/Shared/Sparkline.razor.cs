using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>A row of small bars beside a figure: how it went, day by day.</summary>
public sealed partial class Sparkline
{
    private const int Step = 4;
    private const int Height = 24;
    private const int Least = 2; // one hit among thousands is still seen

    [Parameter, EditorRequired]
    public required IReadOnlyList<int> Values { get; set; }

    /// <summary>What it shows, in words.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private int Width => Math.Max(1, Values.Count * Step);

    private int HeightOf(int value) => Math.Max(Least, value * Height / Values.Max());
}
