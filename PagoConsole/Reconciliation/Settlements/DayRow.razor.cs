using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>One settlement date; it opens to what it means for each seller.</summary>
public sealed partial class DayRow
{
    private bool open;

    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required SettlementDay Day { get; set; }

    [Parameter, EditorRequired]
    public required SettlementFilter Filter { get; set; }

    private long Lines => Day.Expected.Rows + Day.Expected.RefundRows;

    private Money Of(long minor) => new(minor, Day.Currency);
}
