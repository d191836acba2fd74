using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;

namespace PagoConsole.BuyerPage;

/// <summary>The public page that a buyer is sent to, as a whole document: the code and until when, or what became of it. No circuit.</summary>
public sealed partial class PayPage
{
    [Inject]
    internal IStringLocalizer<BuyerText> Text { get; set; } = default!;

    /// <summary>The order; null if there is none to show.</summary>
    [Parameter]
    public BuyerOrder? Order { get; set; }

    /// <summary>What the buyer is to know.</summary>
    [Parameter]
    [EditorRequired]
    public BuyerState State { get; set; }

    private QrDrawing? Qr => Order?.Qr is { Length: > 0 } payload ? QrDrawing.Of(payload) : null;

    private string? PaymentUrl => BuyerWords.Web(Order?.PaymentUrl);

    private string? ReturnUrl => BuyerWords.Web(Order?.ReturnUrl);
}
