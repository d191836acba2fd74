using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using static MudBlazor.Icons.Material.Outlined;

namespace PagoConsole.Shared;

/// <summary>Where an order stands.</summary>
public sealed partial class OrderStatusChip
{
    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public OrderStatus Status { get; set; }

    /// <summary>Why, as the order keeps it: a stable word.</summary>
    [Parameter]
    public string? Reason { get; set; }

    private string? Hint => Reason is null ? null : Text.ReasonOf(Reason);

    private Tone Tone => Status switch
    {
        OrderStatus.InReview or OrderStatus.PaidLate or OrderStatus.RefundRequested => Tone.Waiting,
        OrderStatus.AwaitingPayment => Tone.Note,
        OrderStatus.Paid or OrderStatus.Shipped or OrderStatus.Delivered => Tone.Good,
        OrderStatus.Rejected => Tone.Bad,
        OrderStatus.Refunded or OrderStatus.Expired or OrderStatus.Cancelled => Tone.Neutral,
    };

    private string Icon => Status switch
    {
        OrderStatus.InReview => PersonSearch,
        OrderStatus.AwaitingPayment => HourglassEmpty,
        OrderStatus.Paid => CheckCircle,
        OrderStatus.PaidLate => Schedule,
        OrderStatus.Shipped => LocalShipping,
        OrderStatus.Delivered => Inventory2,
        OrderStatus.RefundRequested => Undo,
        OrderStatus.Refunded => CurrencyExchange,
        OrderStatus.Expired => TimerOff,
        OrderStatus.Cancelled => Block,
        OrderStatus.Rejected => Dangerous,
    };
}
