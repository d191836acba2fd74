using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Counting;

namespace PagoConsole.Rules.Watch;

/// <summary>Says that figures are still too low, after an upgrade or a recount, and how far they are.</summary>
public sealed partial class CountingNote
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CountedSoFar Counted { get; set; }

    private string Share => Counted.Done.ToString("P0", CultureInfo.CurrentCulture);
}
