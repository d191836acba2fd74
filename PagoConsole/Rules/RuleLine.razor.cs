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

    private string Class => Rule switch
    {
        { Result: RuleResult.Quiet or RuleResult.NoInput } => "quiet",
        { Lifted: true } => "lifted",
        { Mode: RuleMode.Shadow } => "quiet",
        { Action: RuleAction.Reject } => "reject",
        _ when RuleWords.IsTrust(Rule) => "trust",
        _ => "hit",
    };

    private string Icon => Rule.Result switch
    {
        RuleResult.Hit when RuleWords.IsTrust(Rule) => Icons.Material.Outlined.VerifiedUser,
        RuleResult.Hit => Rule.Action == RuleAction.Reject ? Icons.Material.Outlined.Dangerous : Icons.Material.Outlined.Flag,
        RuleResult.Quiet => Icons.Material.Outlined.Check,
        RuleResult.NoInput => Icons.Material.Outlined.HorizontalRule,
    };
}
