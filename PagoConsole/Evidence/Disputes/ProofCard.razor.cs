using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>The checklist of proof: what the console has itself, what somebody ticked, what is missing.</summary>
public sealed partial class ProofCard
{
    private string? fault;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal TickProof Tick { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DisputeView View { get; set; }

    [Parameter]
    public bool MayWork { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private static string IconOf(ProofState state) => state switch
    {
        ProofState.Found => Icons.Material.Outlined.CheckCircle,
        ProofState.Ticked => Icons.Material.Outlined.TaskAlt,
        ProofState.Missing => Icons.Material.Outlined.RadioButtonUnchecked,
    };

    private string? Found(ProofItem item)
    {
        var facts = View.Facts;
        return item switch
        {
            ProofItem.Payment when facts.PaidAt is { } at => string.Join(" · ", ((string?[])[At(at), facts.Cip is null ? null : $"CIP {facts.Cip}", facts.Channel, facts.TransactionId]).Where(part => !string.IsNullOrEmpty(part))),
            ProofItem.Shipment when facts.ShippedAt is { } at => $"{At(at)} · {facts.Tracking}",
            ProofItem.Delivery when facts.DeliveredAt is { } at => At(at),
            ProofItem.Recipient when facts.ReceivedBy is { } who => $"{who} · {Text[facts.ReceivedByBuyer ? "Recipient_Buyer" : "Recipient_Other"]}",
            ProofItem.Device when facts.SameDeviceAt is { } at => Text["Device_Same", At(at)],
            ProofItem.EarlierOrders when facts.EarlierOrders > 0 => Text["Earlier", facts.EarlierOrders.ToString(CultureInfo.CurrentCulture)],
            ProofItem.Communication when facts.Answers > 0 => Text["Answers", facts.Answers.ToString(CultureInfo.CurrentCulture)],
            ProofItem.RefundMade when facts.Refunded.Count > 0 => string.Join(" + ", facts.Refunded.Select(MoneyFormat.Of)),
            _ => null,
        };
    }

    private string At(DateTimeOffset at) => InstantFormat.Exact(at, Browser.Zone);

    private async Task TickAsync(ProofLine line)
    {
        fault = null;
        if (line.Ticked is not null)
        {
            fault = (await Tick.RunAsync(View.Row.DisputeId, line.Item, null, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal is { } refusal ? Words.Of(refusal) : null;
            await OnDone.InvokeAsync();
            return;
        }

        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text[$"Proof_{line.Item}"], Text["Proof_Tick_What"], Text["Proof_Note"], Text["Proof_Tick"], NoteNeeded: true),
            async note => (await Tick.RunAsync(View.Row.DisputeId, line.Item, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
