using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Orders;
using PagoConsole.Rules;

namespace PagoConsole.Evidence.Packs;

/// <summary>Who decided, rules and people, and why, with what each rule saw and its limit.</summary>
public sealed partial class SummaryDecision
{
    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    private List<AssessedRule> Fired => [.. Chain.Rules.Where(rule => rule.Result == RuleResult.Hit).OrderBy(rule => rule.Mode == RuleMode.Enforce ? 0 : 1)];
}
