using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Links;
using PagoConsole.ReviewQueue.Graph;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Evidence;

/// <summary>The past cases most like this one, how they were decided and what came of it.</summary>
public sealed partial class SimilarCasesList
{
    [Inject]
    internal IStringLocalizer<GraphText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<SimilarCase> Cases { get; set; }

    private static string WordOf(SimilarCase past) => past.HoldEnded ? "Similar_HoldEnded" : $"Similar_{past.Decision}";

    private static Tone ToneOf(SimilarCase past) => past.HoldEnded ? Tone.Neutral : past.Decision switch
    {
        ReviewDecision.Approve => Tone.Good,
        ReviewDecision.Reject => Tone.Bad,
    };

    private static string IconOf(SimilarCase past) => past.HoldEnded ? Icons.Material.Outlined.TimerOff : past.Decision switch
    {
        ReviewDecision.Approve => Icons.Material.Outlined.CheckCircle,
        ReviewDecision.Reject => Icons.Material.Outlined.Dangerous,
    };
}
