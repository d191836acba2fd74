using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>One rule: what it means, each of its tiers, its figures by span and by rule set, its hits by day, the orders behind them.</summary>
public sealed partial class RuleDetail
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ShownRule Shown { get; set; }

    private IEnumerable<(string Name, RuleFigures Figures)> Lines =>
    [
        (Text["Detail_Days7"], Shown.Last7),
        (Text["Detail_Days30"], Shown.Last30),
        .. Shown.Span.VersionsOf(Shown.Id).Select(version => (Text["Version", version].Value, Shown.Span.Of(Shown.Id, version))),
    ];

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
