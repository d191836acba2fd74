using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;

namespace PagoConsole.Reconciliation.Days;

/// <summary>The money of a day three ways side by side, a table for each currency: orders, what was received here, what the report says.</summary>
public sealed partial class DayTotals
{
    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DayTotal> Totals { get; set; }

    private static Money Of(long minor, DayTotal total) => new(minor, total.Currency);
}
