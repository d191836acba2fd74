using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;

namespace PagoConsole.Orders;

/// <summary>One order in the list. Drawn again only when something of it changed; its instants tick by themselves.</summary>
public sealed partial class OrderLine
{
    private (OrderRow Row, bool Selected)? drawn;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderRow Row { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    protected override bool ShouldRender()
    {
        if (drawn == (Row, Selected)) return false;
        drawn = (Row, Selected);
        return true;
    }
}
