using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>What is selected, and what can be done with it.</summary>
public sealed partial class BulkBar
{
    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required int Count { get; set; }

    /// <summary>What it is worth, in soles.</summary>
    [Parameter, EditorRequired]
    public required decimal Stake { get; set; }

    /// <summary>How many the filter shows.</summary>
    [Parameter, EditorRequired]
    public required int All { get; set; }

    /// <summary>A run is at work already.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback OnAll { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }

    [Parameter]
    public EventCallback<ReviewDecision> OnDecide { get; set; }
}
