using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Performance;

namespace PagoConsole.Rules.Performance;

/// <summary>Rules without which every order would have come out the same.</summary>
public sealed partial class NeverAlone
{
    [Inject]
    internal IStringLocalizer<PerformanceText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RulePerformance> Rules { get; set; }

    private List<RulePerformance> Never => [.. Rules.Where(rule => rule.NeverAlone)];
}
