using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;

namespace PagoConsole.Orders;

/// <summary>What is bought.</summary>
public sealed partial class ItemsCard
{
    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderContent Content { get; set; }
}
