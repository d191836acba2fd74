using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Performance;

namespace PagoConsole.Rules.Performance;

/// <summary>One line a rule: what it caught, what it held, what it cost, and how often it decided alone.</summary>
public sealed partial class RuleWorkTable
{
    [Inject]
    internal IStringLocalizer<PerformanceText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required PerformanceView View { get; set; }

    [Parameter, EditorRequired]
    public required PerformanceFilter Filter { get; set; }

    private static IReadOnlyList<int> Course(RulePerformance rule) => [.. rule.Points.Select(point => (int)Math.Min(int.MaxValue, point.Work.Hits))];

    private static double? ReleasedShare(RuleWork work) => work.Released + work.Refused == 0 ? null : (double)work.Released / (work.Released + work.Refused);

    private string PrecisionOf(RuleWork work) =>
        work.Fraud + work.Good == 0 ? Words["Precision_None"] : Words["Precision_Of", work.Fraud, work.Fraud + work.Good];

    private string RecallOf(RuleWork work) => View.Fraud == 0 ? Words["Recall_None"] : Words["Recall_Of", work.Fraud, View.Fraud];

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
