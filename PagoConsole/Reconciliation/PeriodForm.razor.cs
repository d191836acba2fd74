using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation;

/// <summary>Chooses the days that a page shows.</summary>
public sealed partial class PeriodForm
{
    private DateOnly from;
    private DateOnly to;
    private Period? taken;

    [Inject]
    internal IStringLocalizer<ReconciliationTabsText> Text { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Period Value { get; set; }

    /// <summary>The address that shows a period.</summary>
    [Parameter, EditorRequired]
    public required Func<Period, string> UrlOf { get; set; }

    protected override void OnParametersSet()
    {
        if (taken == Value) return;
        (taken, from, to) = (Value, Value.From, Value.To);
    }

    private void ShowAsync() => Navigation.NavigateTo(UrlOf(from <= to ? new Period(from, to) : new Period(to, from)));

    private List<FilterChip> Chips()
    {
        var present = Period.MonthOf(Lima.DayOf(Time.GetUtcNow()));
        var last = Period.MonthOf(present.From.AddDays(-1));
        return
        [
            new(Text["Period_ThisMonth"], UrlOf(present), Value == present),
            new(Text["Period_LastMonth"], UrlOf(last), Value == last),
        ];
    }
}
