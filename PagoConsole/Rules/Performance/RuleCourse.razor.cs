using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Performance;

namespace PagoConsole.Rules.Performance;

/// <summary>One rule over time, with the rules that fire beside it and the orders behind its figures.</summary>
public sealed partial class RuleCourse
{
    private const int Most = 8;

    [Inject]
    internal IStringLocalizer<PerformanceText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePerformance Rule { get; set; }

    [Parameter, EditorRequired]
    public required PerformanceView View { get; set; }

    private List<(DateOnly Day, int Value)> Of(Func<RuleWork, long> figure) =>
        [.. Rule.Points.Select(point => (point.From, (int)Math.Min(int.MaxValue, figure(point.Work))))];

    private string Label(string chart) => Text[$"{chart}_{(View.Weekly ? "Week" : "Day")}"];

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
