using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Risk;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>What the rules decided, and every rule's reason; those that fired first.</summary>
public sealed partial class DecisionList
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    [Parameter]
    public bool OnlyHits { get; set; }

    private List<AssessedRule> Shown =>
        [.. File.Rules.Where(rule => !OnlyHits || rule.Result == RuleResult.Hit).OrderBy(rule => rule.Result == RuleResult.Hit ? 0 : 1)];

    private static Tone ToneOf(RiskOutcome outcome) => outcome switch
    {
        RiskOutcome.Approve => Tone.Good,
        RiskOutcome.Review => Tone.Waiting,
        RiskOutcome.Reject => Tone.Bad,
    };

    private static string IconOf(RiskOutcome outcome) => outcome switch
    {
        RiskOutcome.Approve => Icons.Material.Outlined.GppGood,
        RiskOutcome.Review => Icons.Material.Outlined.PersonSearch,
        RiskOutcome.Reject => Icons.Material.Outlined.Dangerous,
    };
}
