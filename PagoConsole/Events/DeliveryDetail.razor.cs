using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Webhooks;
using PagoConsole.Shared;

namespace PagoConsole.Events;

/// <summary>A delivery as it came: raw body, headers, and whether its signature was right.</summary>
public sealed partial class DeliveryDetail
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private RawDelivery? raw;
    private Refusal? refusal;
    private string body = "";
    private string headers = "";

    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Inject]
    internal EventFeed Feed { get; set; } = default!;

    [Inject]
    internal UnmaskDelivery Unmask { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EventLine Line { get; set; }

    private bool WasChecked => raw!.SignatureValid || raw.Verdict is DeliveryVerdict.BadSignature;

    private string SignatureWord => Text[!WasChecked ? "Detail_NotChecked" : raw!.SignatureValid ? "Detail_SignatureValid" : "Detail_SignatureInvalid"];

    private Tone SignatureTone => !WasChecked ? Tone.Neutral : raw!.SignatureValid ? Tone.Good : Tone.Bad;

    private string SignatureIcon => !WasChecked
        ? Icons.Material.Outlined.RemoveModerator
        : raw!.SignatureValid ? Icons.Material.Outlined.GppGood : Icons.Material.Outlined.GppBad;

    protected override async Task OnInitializedAsync()
    {
        var read = await Feed.RawAsync(await CurrentActor.GetAsync(), Line, CancellationToken.None);
        refusal = read.Refusal;
        if (read.Done) Show(read.Value);
    }

    private async Task<Refusal?> UnmaskAsync(string reason, Actor by)
    {
        var whole = await Unmask.RunAsync(Line, reason, by, CancellationToken.None);
        if (whole.Done) Show(whole.Value);
        return whole.Refusal;
    }

    private void Show(RawDelivery delivery)
    {
        body = Encoding.UTF8.GetString(delivery.Body);
        headers = Readable(delivery.Headers);
        raw = delivery;
    }

    private static string Readable(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }
}
