using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>Files that belong to a dispute; kept with their hash, never shown by the browser.</summary>
public sealed partial class DisputeFilesCard
{
    private string? fault;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AttachToDispute Attach { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DisputeView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool MayAttach => Viewer.May(Permission.WorkDisputes) && View.Files.Count < AttachToDispute.Most;

    private bool MayTake => Viewer.May(Permission.WorkDisputes) || Viewer.May(Permission.SeePersonalData);

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
        var attached = await Attach.RunAsync(View.Row.DisputeId, null, new ProofUpload(chosen.File.Name, bytes.ToArray()), await CurrentActor.GetAsync(), CancellationToken.None);
        fault = attached.Refusal is { } refusal ? Words.Of(refusal) : null;
        await OnDone.InvokeAsync();
    }
}
