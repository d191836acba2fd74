using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>An identifier in monospace, with a button that copies the whole of it.</summary>
public sealed partial class CopyText
{
    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string? Value { get; set; }

    /// <summary>What it is (CIP, request id), for the button's name.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Where the identifier leads, if it names something with a page.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>Longer ones are shown with their middle left out; copying gives all of it.</summary>
    [Parameter]
    public int MaxLength { get; set; } = 64;

    private string Shown => Value!.Length <= MaxLength ? Value : $"{Value[..(MaxLength - 5)]}…{Value[^4..]}";

    private string CopyWord => Text["Copy", Label ?? Value!];
}
