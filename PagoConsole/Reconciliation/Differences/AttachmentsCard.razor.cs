using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>Files that belong to a difference: letters, statements, proofs; kept with their hash.</summary>
public sealed partial class AttachmentsCard
{
    private string? fault;

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AttachToDifference Attach { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DifferenceView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool MayAttach => Viewer.May(Permission.Reconcile) && View.Attachments.Count < AttachToDifference.Most;

    private bool MayTake => Viewer.May(Permission.Reconcile) || Viewer.May(Permission.SeePersonalData);

    private async Task AttachAsync(InputFileChangeEventArgs chosen)
    {
        fault = null;
        if (chosen.File.Size > ProofUpload.Largest)
        {
            fault = Words["Refusal_FileNotAccepted"];
            return;
        }

        await using var stream = chosen.File.OpenReadStream(ProofUpload.Largest);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        var attached = await Attach.RunAsync(View.Difference.DifferenceId, new ProofUpload(chosen.File.Name, bytes.ToArray()), await CurrentActor.GetAsync(), CancellationToken.None);
        fault = attached.Refusal is { } refusal ? Words.Of(refusal) : null;
        await OnDone.InvokeAsync();
    }
}
