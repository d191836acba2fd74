using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Orders;

namespace PagoConsole.Gateway;

/// <summary>What waits for PagoEfectivo, and how long the oldest has.</summary>
public sealed partial class WaitingCard
{
    private static readonly OrdersFilter AwaitingPayment = new() { Statuses = [OrderStatus.AwaitingPayment] };

    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required GatewayWaiting Waits { get; set; }
}
