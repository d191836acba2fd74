using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>What a draft in shadow said beside the version in force: by outcome, by rule, and the orders that would change sides.</summary>
public sealed partial class ShadowFigures
{
    private static readonly RiskOutcome[] Outcomes = Enum.GetValues<RiskOutcome>();

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ShadowComparison Compared { get; set; }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private ShadowCell? CellOf(RiskOutcome judged, RiskOutcome draft) => Compared.Cells.FirstOrDefault(cell => cell.Judged == judged && cell.Draft == draft);

    private string? ToneOf(RiskOutcome judged, RiskOutcome draft) => judged != draft && CellOf(judged, draft) is not null ? "moved" : null;

    private string CountOf(RiskOutcome judged, RiskOutcome draft) => Number(CellOf(judged, draft)?.Orders ?? 0);

    private string SolesOf(RiskOutcome judged, RiskOutcome draft) => MoneyFormat.Of(Money.Of(CellOf(judged, draft)?.Soles ?? 0, Currency.Pen));
}
