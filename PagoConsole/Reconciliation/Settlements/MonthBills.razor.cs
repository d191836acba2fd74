using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>What PagoEfectivo charges by the month, and what that is reckoned from.</summary>
public sealed partial class MonthBills
{
    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ImmutableArray<MonthBill> Bills { get; set; }

    private string MonthOf(MonthBill bill) => $"{SettlementWords.Month(bill.Month)}{(bill.IsOver ? "" : $" ({Text["Bills_Open"]})")}";

    private string BasisOf(MonthBill bill)
    {
        var commissions = MoneyFormat.Of(new Money(bill.CommissionMinor, bill.Currency));
        return bill.RefundPercent is { } share ? Text["Bills_Basis", commissions, SettlementWords.Percent(share)] : Text["Bills_BasisNone", commissions];
    }
}
