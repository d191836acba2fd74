using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Performance;

namespace PagoConsole.Rules.Performance;

/// <summary>Which rules fire together: of one's hits, the share that another fired for too.</summary>
public sealed partial class OverlapTable
{
    private const int Most = 15;

    /// <summary>Fewer orders together say little of two rules.</summary>
    private const int Fewest = 3;

    [Inject]
    internal IStringLocalizer<PerformanceText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RulePerformance> Rules { get; set; }

    private List<RuleOverlap> Pairs =>
        [.. Rules.SelectMany(rule => rule.Overlaps).Where(pair => pair.Both >= Fewest).OrderByDescending(pair => pair.Share).ThenByDescending(pair => pair.Both).Take(Most)];
}
