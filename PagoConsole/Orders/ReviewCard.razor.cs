using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>The case of a held order: who decided what, and why.</summary>
public sealed partial class ReviewCard
{
    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    private ReviewCase Case => File.Review!;

    private Tone Tone => Case.State switch
    {
        ReviewState.Open or ReviewState.AwaitingSecond => Tone.Waiting,
        ReviewState.Decided => Tone.Note,
        ReviewState.Closed => Tone.Neutral,
    };
}
