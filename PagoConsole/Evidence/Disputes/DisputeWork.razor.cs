using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>What is done with a dispute: who works on it, what it is about, by when, what was handed in, and how it ended.</summary>
public sealed partial class DisputeWork
{
    private static readonly DisputeState[] Outcomes = [DisputeState.Won, DisputeState.Lost, DisputeState.Accepted, DisputeState.Withdrawn];
    private DateOnly due;
    private string pack = "";
    private string handedNote = "";
    private DisputeState outcome = DisputeState.Won;
    private string amount = "";
    private string note = "";
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal DisputeActions Actions { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DisputeView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool MayWork => Viewer.May(Permission.WorkDisputes);

    private bool IsMine => View.Row.Owner == Viewer.Signature;

    private string Id => View.Row.DisputeId;

    protected override void OnInitialized() => due = Lima.DayOf(View.Row.AnswerBy);

    private Task AssignAsync() => DoAsync(by => Actions.Assign.RunAsync(Id, !IsMine, by, CancellationToken.None));

    private Task ClassifyAsync(ChangeEventArgs chosen) => Enum.TryParse<DisputeReason>(chosen.Value?.ToString(), out var code)
        ? DoAsync(by => Actions.Classify.RunAsync(Id, code, by, CancellationToken.None))
        : Task.CompletedTask;

    private async Task PostponeAsync()
    {
        var by = Lima.StartOf(due.AddDays(1)).AddSeconds(-1);
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Postpone"], Text["Postpone_What", due.ToString("d", CultureInfo.CurrentCulture)], Text["Postpone_Note"], Text["Postpone"], NoteNeeded: true),
            async why => (await Actions.Postpone.RunAsync(Id, by, why, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }

    private Task HandInAsync() => DoAsync(by => Actions.HandIn.RunAsync(Id, pack, handedNote, by, CancellationToken.None));

    private Task CloseAsync()
    {
        decimal? toBuyer = null;
        if (!string.IsNullOrWhiteSpace(amount))
        {
            if (!Money.TryParse(amount.Trim(), View.Row.Amount.Currency, out var money))
            {
                fault = Text["Outcome_AmountFault"];
                return Task.CompletedTask;
            }

            toBuyer = money.Amount;
        }

        return DoAsync(by => Actions.Close.RunAsync(Id, new DisputeOutcome(outcome, outcome is DisputeState.Lost or DisputeState.Accepted ? toBuyer : null, note), by, CancellationToken.None));
    }

    private async Task ReopenAsync()
    {
        var done = await NoteDialog.AskAsync(
            Dialogs,
            new NoteQuestion(Text["Reopen"], Text["Reopen_What"], Text["Reopen_Note"], Text["Reopen"], NoteNeeded: true),
            async why => (await Actions.Reopen.RunAsync(Id, why, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }

    private async Task DoAsync(Func<Actor, Task<Result<Dispute>>> act)
    {
        if (busy) return;
        busy = true;
        try
        {
            var done = await act(await CurrentActor.GetAsync());
            fault = done.Refusal is { } refusal ? Text.FaultOf(refusal, Words) : null;
        }
        finally
        {
            busy = false;
        }

        await OnDone.InvokeAsync();
    }
}
