using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>One rule's part in a decision.</summary>
public sealed partial class RuleLine
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AssessedRule Rule { get; set; }

    private string Class => Rule.Result switch
    {
        RuleResult.Hit => Rule.Action == RuleAction.Reject ? "reject" : "hit",
        RuleResult.Quiet or RuleResult.NoInput => "quiet",
    };

    private string Icon => Rule.Result switch
    {
        RuleResult.Hit => Rule.Action == RuleAction.Reject ? Icons.Material.Outlined.Dangerous : Icons.Material.Outlined.Flag,
        RuleResult.Quiet => Icons.Material.Outlined.Check,
        RuleResult.NoInput => Icons.Material.Outlined.HorizontalRule,
    };
}
