using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Rules.Watch;

/// <summary>Hits by rule before and after a publish; what changed most stands first.</summary>
public sealed partial class WatchedRules
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<WatchedRule> Rules { get; set; }

    /// <summary>In percentage points; a share of nothing changes by nothing.</summary>
    private string ChangeOf(WatchedRule rule) => rule is { Before.Share: { } before, After.Share: { } after }
        ? Text["Rules_Points", ((after - before) * 100).ToString("+0.0;−0.0;0.0", CultureInfo.CurrentCulture)]
        : "–";

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
