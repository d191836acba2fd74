using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Rules.Tuning;

/// <summary>One of a few words: a rule's mode, or what it asks for.</summary>
public sealed partial class ChoiceField
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>What can be chosen, as JSON text.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Choices { get; set; }

    /// <summary>What is chosen, as JSON text.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public string? Was { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Says a choice in words.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Say { get; set; }

    /// <summary>Keeps a choice.</summary>
    [Parameter, EditorRequired]
    public required Func<string?, string, Task<Refusal?>> Keep { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    private Task PickAsync(ChangeEventArgs change) =>
        change.Value?.ToString() is { } to && to != Value ? Keep(Value, to) : Task.CompletedTask;
}
