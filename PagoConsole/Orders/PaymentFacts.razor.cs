using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;
using static MudBlazor.Icons.Material.Outlined;

namespace PagoConsole.Orders;

/// <summary>The payable code of an order, with its QR as a picture.</summary>
public sealed partial class PaymentFacts
{
    private (string Payload, string Picture)? drawn;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    private string? Qr => File.Payment?.Qr is { Length: > 0 } payload ? PictureOf(payload) : null;

    private Tone Tone => File.Payment!.Status switch
    {
        PaymentStatus.Pending => Tone.Note,
        PaymentStatus.Paid => Tone.Good,
        PaymentStatus.Expired or PaymentStatus.Cancelled or PaymentStatus.Refunded => Tone.Neutral,
    };

    private string Icon => File.Payment!.Status switch
    {
        PaymentStatus.Pending => HourglassEmpty,
        PaymentStatus.Paid => CheckCircle,
        PaymentStatus.Expired => TimerOff,
        PaymentStatus.Cancelled => Block,
        PaymentStatus.Refunded => CurrencyExchange,
    };

    /// <summary>Drawn once for a payload.</summary>
    private string PictureOf(string payload)
    {
        if (drawn is { } known && known.Payload == payload) return known.Picture;
        var picture = QrPicture.Of(payload);
        drawn = (payload, picture);
        return picture;
    }
}
