using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Orders;

namespace PagoConsole.MoneyDesk;

/// <summary>One case in the table.</summary>
public sealed partial class MoneyLine
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyRow Row { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    private MoneyChoice? Chosen => Row.Choice ?? Row.FirstChoice;
}
