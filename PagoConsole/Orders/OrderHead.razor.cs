using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>Where an order stands, and why.</summary>
public sealed partial class OrderHead
{
    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    /// <summary>PagoEfectivo did not answer yet: the code is made as soon as it does.</summary>
    private string? Waiting =>
        File is { Payment: null, Order.Status: OrderStatus.AwaitingPayment }
        && File.Commands.LastOrDefault(command => command.Kind == CommandKind.Create) is { State: CommandState.Waiting } create
            ? (string)Text[create.Attempts > 1 ? "Payment_Delayed" : "Payment_OnItsWay", create.Attempts]
            : null;
}
