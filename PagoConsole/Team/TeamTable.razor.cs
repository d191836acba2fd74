using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Team;

namespace PagoConsole.Team;

/// <summary>The figures by person, rule or reason.</summary>
public sealed partial class TeamTable
{
    [Inject]
    internal IStringLocalizer<TeamText> Text { get; set; } = default!;

    /// <summary>What a link to it ends with.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the first column names.</summary>
    [Parameter, EditorRequired]
    public required string Column { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TeamLine> Lines { get; set; }

    /// <summary>Names a line by its key.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<string> ChildContent { get; set; }
}
