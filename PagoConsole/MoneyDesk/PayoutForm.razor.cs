using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>Records that a decided payout was made, with its proof, or that it could not be made. Each field says at itself what is wrong with it.</summary>
public sealed partial class PayoutForm
{
    private DateOnly day;
    private string reference = "";
    private ProofUpload? proof;
    private IReadOnlyDictionary<string, string> faults = new Dictionary<string, string>();
    private string? refused;
    private bool busy;
    private ElementReference dayField;
    private ElementReference referenceField;
    private InputFile proofField = default!;

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
        (proof, faults) = (null, new Dictionary<string, string>());
        if (chosen.File.Size > ProofUpload.Largest)
        {
            Say([("proof", Words["Refusal_FileNotAccepted"])]);
            return;
        }

        await using var stream = chosen.File.OpenReadStream(ProofUpload.Largest);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        var upload = new ProofUpload(chosen.File.Name, bytes.ToArray());
        if (upload.IsGood) proof = upload;
        else Say([("proof", Words["Refusal_FileNotAccepted"])]);
    }

    private async Task RecordAsync()
    {
        if (busy) return;
        var done = new PayoutDone(day, reference, proof);
        refused = null;
        Say(done.Faults(View.Case, Time.GetUtcNow()).Select(field => (field, Text[$"Payout_Fault_{field}"].Value)));
        if (faults.Count == 0) await SendAsync(done);
        else await FocusAsync(faults.Keys.First());
    }

    private async Task SendAsync(PayoutDone done)
    {
        busy = true;
        var recorded = await Record.RunAsync(View.Case.CaseId, done, await CurrentActor.GetAsync(), CancellationToken.None);
        busy = false;
        if (recorded.Refusal is null) await OnDone.InvokeAsync();
        else if (recorded.Refusal is { Code: RefusalCode.Invalid, Field: { } field }) Say([(field, Text[$"Payout_Fault_{field}"])]);
        else refused = Words.Of(recorded.Refusal);
    }

    private void Say(IEnumerable<(string Field, string Words)> wrong) => faults = wrong.ToDictionary(fault => fault.Field, fault => fault.Words);

    private string? FaultOf(string field) => faults.GetValueOrDefault(field);

    private string? Invalid(string field) => faults.ContainsKey(field) ? "true" : null;

    private ValueTask FocusAsync(string field) => field switch
    {
        "paidOn" => dayField.FocusAsync(),
        "reference" => referenceField.FocusAsync(),
        _ => proofField.Element?.FocusAsync() ?? ValueTask.CompletedTask,
    };

    private async Task FailAsync()
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["PayoutFailed"], Text["PayoutFailed_What"], Text["Note"], Text["PayoutFailed"], NoteNeeded: true),
            async note => (await Fail.RunAsync(View.Case.CaseId, note, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }
}
