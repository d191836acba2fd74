using Microsoft.AspNetCore.Components;

namespace PagoConsole.Team;

/// <summary>One figure; leads to the rows behind it where a page has them.</summary>
public sealed partial class TeamTile
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>What exactly is counted.</summary>
    [Parameter, EditorRequired]
    public required string Hint { get; set; }

    [Parameter]
    public string? Href { get; set; }
}
