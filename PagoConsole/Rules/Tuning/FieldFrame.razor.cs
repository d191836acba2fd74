using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Rules.Tuning;

/// <summary>What every field of a rule has: its name, its meaning in plain words, what it was, and what is wrong with it.</summary>
public sealed partial class FieldFrame
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    /// <summary>The id of the input.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the setting does, in plain words.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>What it was before the draft changed it, in words; null where the draft did not.</summary>
    [Parameter]
    public string? Was { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Takes the change back.</summary>
    [Parameter]
    public EventCallback OnUndo { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
