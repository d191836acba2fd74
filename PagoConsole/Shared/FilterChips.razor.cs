using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>One filter: a link, so that the address shows a colleague the same rows.</summary>
/// <param name="Label">Its word.</param>
/// <param name="Href">The page with this filter toggled.</param>
/// <param name="Active">Whether it is on.</param>
/// <param name="Count">How many rows it has, where that is known quickly.</param>
/// <param name="More">Whether there are more than <paramref name="Count"/>.</param>
public sealed record FilterChip(string Label, string Href, bool Active, long? Count = null, bool More = false);

/// <summary>The filters above a table.</summary>
public sealed partial class FilterChips
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<FilterChip> Items { get; set; }

    /// <summary>What they filter by, for screen readers.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }
}
