using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>The search above a table; the page puts what was typed into its address.</summary>
public sealed partial class SearchBox
{
    private string? typed;
    private string? given;

    /// <summary>What is searched for now.</summary>
    [Parameter, EditorRequired]
    public string? Value { get; set; }

    /// <summary>The word on the button.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What can be typed.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public EventCallback<string?> OnSearch { get; set; }

    protected override void OnParametersSet()
    {
        // A reload of the page does not take away what somebody is typing.
        if (given != Value) typed = given = Value;
    }
}
