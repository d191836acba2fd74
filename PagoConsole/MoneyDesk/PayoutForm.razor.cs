using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>Records that a decided payout was made, with its proof, or that it could not be made.</summary>
public sealed partial class PayoutForm
{
    private DateOnly day;
    private string reference = "";
    private ProofUpload? proof;
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal RecordPayout Record { get; set; } = default!;

    [Inject]
    internal FailPayout Fail { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyCaseView View { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool NeedsProof => View.Case.Choice == MoneyChoice.OutOfBand;

    protected override void OnInitialized() => day = Lima.DayOf(Time.GetUtcNow());

    private async Task TakeFileAsync(InputFileChangeEventArgs chosen)
    {
        (proof, fault) = (null, null);
        if (chosen.File.Size > ProofUpload.Largest)
        {
            fault = Words["Refusal_FileNotAccepted"];
            return;
        }

        await using var stream = chosen.File.OpenReadStream(ProofUpload.Largest);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        var upload = new ProofUpload(chosen.File.Name, bytes.ToArray());
        if (upload.IsGood) proof = upload;
        else fault = Words["Refusal_FileNotAccepted"];
    }

    private async Task RecordAsync()
    {
        if (busy) return;
        busy = true;
        var done = await Record.RunAsync(View.Case.CaseId, new PayoutDone(day, reference, proof), await CurrentActor.GetAsync(), CancellationToken.None);
        busy = false;
        fault = done.Refusal switch
        {
            { Code: RefusalCode.Invalid, Field: { } field } => Text[$"Payout_Fault_{field}"],
            { } refusal => Words.Of(refusal),
            null => null,
        };
        if (fault is null) await OnDone.InvokeAsync();
    }

    private async Task FailAsync()
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["PayoutFailed"], Text["PayoutFailed_What"], Text["Note"], Text["PayoutFailed"], NoteNeeded: true),
            async note => (await Fail.RunAsync(View.Case.CaseId, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
