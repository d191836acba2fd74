using Microsoft.AspNetCore.Components;

namespace PagoConsole.MoneyDesk;

/// <summary>Who said what, when, and what they wrote.</summary>
public sealed partial class SaidBy
{
    [Parameter, EditorRequired]
    public required string? Person { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset? At { get; set; }

    /// <summary>What they chose, where that is not said beside it.</summary>
    [Parameter]
    public string? What { get; set; }

    [Parameter]
    public string? Note { get; set; }
}
