using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.BuyerPage;

/// <summary>The public page that a buyer is sent to: the code and until when, or that it is paid. Plain HTML that asks our own state.</summary>
public sealed partial class PayPage
{
    private BuyerOrder? order;
    private State state;

    [Inject]
    internal IStringLocalizer<BuyerText> Text { get; set; } = default!;

    [Inject]
    internal BuyerView Orders { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Parameter]
    public required string Token { get; set; }

    private string? Qr => order?.Qr is { Length: > 0 } payload ? QrPicture.Of(payload) : null;

    private string Until => TimeZoneInfo.ConvertTime(order!.ExpiresAt!.Value, Lima.Zone).ToString("f", CultureInfo.CurrentCulture);

    protected override async Task OnInitializedAsync()
    {
        order = await Orders.ReadAsync(Token, Context.RequestAborted);
        if (order is null) Context.Response.StatusCode = StatusCodes.Status404NotFound;
        else state = StateOf(order);
    }

    private static State StateOf(BuyerOrder order) => order.Status switch
    {
        OrderStatus.InReview => State.Wait,
        OrderStatus.AwaitingPayment => order.Cip is null ? State.Wait : State.Pay,
        OrderStatus.Paid or OrderStatus.Shipped or OrderStatus.Delivered => State.Paid,
        OrderStatus.PaidLate => State.Late,
        OrderStatus.RefundRequested or OrderStatus.Refunded => State.Refund,
        OrderStatus.Expired or OrderStatus.Cancelled or OrderStatus.Rejected => State.Closed,
    };

    private enum State
    {
        Wait,
        Pay,
        Paid,
        Late,
        Refund,
        Closed,
    }
}
