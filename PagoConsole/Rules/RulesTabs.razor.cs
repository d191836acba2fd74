using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Leads from one page about rules to the others.</summary>
public sealed partial class RulesTabs
{
    [Inject]
    internal IStringLocalizer<RulesTabsText> Text { get; set; } = default!;

    /// <summary>Where one is.</summary>
    [Parameter, EditorRequired]
    public required RulesTab Active { get; set; }

    private static string HrefOf(RulesTab tab) => tab switch
    {
        RulesTab.InForce => ConsoleUrls.Rules(),
        RulesTab.Drafts => ConsoleUrls.RuleDrafts(),
        RulesTab.Versions => ConsoleUrls.RuleVersions(),
        RulesTab.Suggest => ConsoleUrls.SuggestRules(),
        RulesTab.Watch => ConsoleUrls.RuleWatch(),
        RulesTab.Performance => ConsoleUrls.RulePerformance(),
        RulesTab.Lists => ConsoleUrls.Lists(),
    };
}
