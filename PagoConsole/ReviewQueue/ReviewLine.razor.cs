using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Risk;
using PagoConsole.Rules;

namespace PagoConsole.ReviewQueue;

/// <summary>One waiting order: what is at stake, why it waits, until when.</summary>
public sealed partial class ReviewLine
{
    [Inject]
    internal IStringLocalizer<ReviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required QueueRow Row { get; set; }

    [Parameter]
    public bool MayDecide { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private string Sentence(AssessedRule hit) => Rules.SentenceOf(hit) + (hit.Lifted ? $" · {Rules["Lifted"]}" : null);
}
