using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>Which rule set is in force, who made it, and what holds for all of its rules.</summary>
public sealed partial class RuleSetHead
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RuleSetView View { get; set; }
}
