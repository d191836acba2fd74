using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>The settlement dates of a period, with the sums of each currency below.</summary>
public sealed partial class DayTable
{
    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required SettlementView View { get; set; }

    private static Money Of(long minor, SettlementBalance balance) => new(minor, balance.Currency);
}
