using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>One rule in the table: its tiers beneath each other, its figures beside them.</summary>
public sealed partial class RuleRows
{
    private RuleFigures last7 = new(0, 0, 0, 0);
    private RuleFigures last30 = new(0, 0, 0, 0);
    private IReadOnlyList<int> byDay = [0];

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Href { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    [Parameter, EditorRequired]
    public required ShownRule Shown { get; set; }

    protected override void OnParametersSet() => (last7, last30, byDay) = (Shown.Last7, Shown.Last30, Shown.ByDay);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
