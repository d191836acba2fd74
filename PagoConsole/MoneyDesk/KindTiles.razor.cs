using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Orders;

namespace PagoConsole.MoneyDesk;

/// <summary>What waits of each kind, and how much money that is in each currency; each leads to its cases.</summary>
public sealed partial class KindTiles
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyTotals Totals { get; set; }

    [Parameter]
    public MoneyCaseKind? Chosen { get; set; }

    /// <summary>The address that shows a kind, or all again if it is chosen.</summary>
    [Parameter, EditorRequired]
    public required Func<MoneyCaseKind, string> UrlOf { get; set; }
}
