using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PagoConsole.Shared;

/// <summary>What a key does.</summary>
/// <param name="Key">As it stands on the keyboard.</param>
/// <param name="Meaning">What it does here.</param>
public sealed record KeyMeaning(string Key, string Meaning);

/// <summary>The keys of a page: a button, and "?" opens the same.</summary>
public sealed partial class KeyHelp
{
    private static readonly DialogOptions Narrow = new() { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true };
    private bool open;

    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    /// <summary>Above the list.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the button is called.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<KeyMeaning> Keys { get; set; }
}
