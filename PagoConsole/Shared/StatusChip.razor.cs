using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>A state as icon, word and colour. Pages use the chip of their own state, which uses this one.</summary>
public sealed partial class StatusChip
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required string Icon { get; set; }

    [Parameter]
    public Tone Tone { get; set; }

    /// <summary>More words for the pointer that rests on it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    private string ToneClass => Tone switch
    {
        Tone.Neutral => "tone-neutral",
        Tone.Good => "tone-good",
        Tone.Waiting => "tone-waiting",
        Tone.Bad => "tone-bad",
        Tone.Note => "tone-note",
    };
}
