using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>What is up with a draft and what can be done about it; for one that nobody has touched, how this works.</summary>
public sealed partial class DraftNotice
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ReopenDraft Reopen { get; set; } = default!;

    [Inject]
    internal ApproveDraft Approve { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DraftView View { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>Whether the reader had a hand in it, so that somebody else must approve it.</summary>
    [Parameter]
    public bool MyHand { get; set; }

    /// <summary>Something was done with it.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private RuleDraft Draft => View.Draft;

    private string Tone => Draft.State switch
    {
        DraftState.Held => "bad",
        DraftState.WaitingForApproval or DraftState.Scheduled => "waiting",
        DraftState.Published => "good",
        DraftState.Open or DraftState.Discarded => "",
    };

    private string What => Draft.State switch
    {
        DraftState.WaitingForApproval when Draft.PublishAt is { } at => Text[MyHand ? "Waiting_Mine_At" : "Waiting_At", Name(Draft.ProposedBy), At(at)],
        DraftState.WaitingForApproval => Text[MyHand ? "Waiting_Mine" : "Waiting", Name(Draft.ProposedBy)],
        DraftState.Scheduled => Text["Scheduled", At(Draft.PublishAt ?? Draft.ChangedAt)],
        DraftState.Held => Text[$"Held_{Draft.HeldBecause}"],
        DraftState.Published when Draft.PublishedVersion == View.ActiveVersion => Text["Published_Active", Draft.PublishedVersion!],
        DraftState.Published => Text["Published_Past", Draft.PublishedVersion!, View.ActiveVersion],
        DraftState.Open or DraftState.Discarded => Text[$"State_{Draft.State}_What"],
    };

    private static string Name(string? signature) => signature?.Split(':', 2)[^1] ?? "";

    private string At(DateTimeOffset at) => InstantFormat.Full(at, Browser);

    private async Task ReopenAsync()
    {
        var question = new NoteQuestion(Text[$"Reopen_{Draft.State}"], Text[$"Reopen_{Draft.State}_What"], Text["Reopen_Why"], Text[$"Reopen_{Draft.State}"]);
        if (await NoteDialog.AskAsync(Dialogs, question, async why =>
            (await Reopen.RunAsync(Draft.DraftId, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), await CurrentActor.GetAsync(), CancellationToken.None)).Refusal))
            await OnDone.InvokeAsync();
    }

    private async Task ApproveAsync()
    {
        var done = await Approve.RunAsync(Draft.DraftId, Draft.Revision, await CurrentActor.GetAsync(), CancellationToken.None);
        if (done.Refusal is { } refusal) Snackbar.Add(Shared.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }

    private async Task RestoreAsync()
    {
        if (await RestoreDialog.AskAsync(Dialogs, Text, View.ActiveVersion - 1, View.ActiveVersion)) await OnDone.InvokeAsync();
    }
}
