using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>One waiting order: what is at stake, why it waits, how long still, who has it. Drawn again only when something of it changed.</summary>
public sealed partial class ReviewLine
{
    private (QueuedCase Case, int Hits, bool Selected, string? Holder, bool MayDecide)? drawn;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required QueueRow Row { get; set; }

    /// <summary>Who has it in hand now.</summary>
    [Parameter]
    public string? Holder { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter]
    public string? Viewer { get; set; }

    /// <summary>The part of the queue that is shown: the case leads to the next one of it.</summary>
    [Parameter]
    public ReviewsFilter? Within { get; set; }

    [Parameter]
    public bool MayDecide { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    /// <summary>Its box was ticked, with or without shift.</summary>
    [Parameter]
    public EventCallback<(string OrderId, bool Range)> OnPick { get; set; }

    protected override bool ShouldRender()
    {
        var now = (Row.Case, Row.Hits.Count, Selected, Holder, MayDecide);
        if (drawn == now) return false;
        drawn = now;
        return true;
    }
}
