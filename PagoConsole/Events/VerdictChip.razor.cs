using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Webhooks;
using PagoConsole.Shared;
using static MudBlazor.Icons.Material.Outlined;

namespace PagoConsole.Events;

/// <summary>What became of a delivery.</summary>
public sealed partial class VerdictChip
{
    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public DeliveryVerdict Verdict { get; set; }

    private Tone Tone => Verdict switch
    {
        DeliveryVerdict.Applied => Tone.Good,
        DeliveryVerdict.Waiting or DeliveryVerdict.NoEffect or DeliveryVerdict.PaidAgain => Tone.Neutral,
        DeliveryVerdict.PaidLate or DeliveryVerdict.PaidTwice or DeliveryVerdict.AmountDiffers or DeliveryVerdict.CurrencyDiffers
            or DeliveryVerdict.UnaskedRefund => Tone.Waiting,
        DeliveryVerdict.UnknownType or DeliveryVerdict.UnknownPayment => Tone.Note,
        DeliveryVerdict.Malformed or DeliveryVerdict.Parked or DeliveryVerdict.BadSignature or DeliveryVerdict.NetworkNotAllowed
            or DeliveryVerdict.TooLarge or DeliveryVerdict.Flood => Tone.Bad,
    };

    private string Icon => Verdict switch
    {
        DeliveryVerdict.Waiting => HourglassEmpty,
        DeliveryVerdict.Applied => CheckCircle,
        DeliveryVerdict.NoEffect => RemoveCircleOutline,
        DeliveryVerdict.PaidAgain => ContentCopy,
        DeliveryVerdict.PaidLate => Schedule,
        DeliveryVerdict.PaidTwice => FilterNone,
        DeliveryVerdict.AmountDiffers => Balance,
        DeliveryVerdict.CurrencyDiffers => CurrencyExchange,
        DeliveryVerdict.UnaskedRefund => Undo,
        DeliveryVerdict.UnknownType => HelpOutline,
        DeliveryVerdict.UnknownPayment => SearchOff,
        DeliveryVerdict.Malformed => BrokenImage,
        DeliveryVerdict.Parked => ReportGmailerrorred,
        DeliveryVerdict.BadSignature => GppBad,
        DeliveryVerdict.NetworkNotAllowed => PublicOff,
        DeliveryVerdict.TooLarge => Expand,
        DeliveryVerdict.Flood => Waves,
    };
}
