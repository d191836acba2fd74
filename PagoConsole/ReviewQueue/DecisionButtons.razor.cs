using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue;

/// <summary>Approve or reject a held order, and take that back while it has not taken effect.</summary>
public sealed partial class DecisionButtons : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private bool counting;

    [Inject]
    internal IStringLocalizer<ReviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal DecideCase Decide { get; set; } = default!;

    [Inject]
    internal TakeBackDecision TakeBack { get; set; } = default!;

    [Inject]
    internal SendDecisionNow SendNow { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string OrderId { get; set; }

    [Parameter, EditorRequired]
    public required ReviewCase Case { get; set; }

    /// <summary>A approves, R rejects.</summary>
    [Parameter]
    public bool WithKeys { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private int SecondsLeft => Case.EffectiveAt is { } at ? Math.Max(0, (int)Math.Ceiling((at - Time.GetUtcNow()).TotalSeconds)) : 0;

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (Case.State == ReviewState.Decided && !counting) _ = CountDownAsync();
    }

    private async Task CountDownAsync()
    {
        counting = true;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Time);
        try
        {
            while (SecondsLeft > 0 && await timer.WaitForNextTickAsync(ended.Token)) StateHasChanged();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }

        counting = false;
    }

    private async Task DecideAsync(ReviewDecision decision)
    {
        var reject = decision == ReviewDecision.Reject;
        var question = new NoteQuestion(
            Text[$"{decision}_Title", OrderId],
            Text[!reject && Case.NeedsSecond && Case.State == ReviewState.Open ? "Approve_First_What" : $"{decision}_What"],
            Text[reject ? "Note_Needed" : "Note_Optional"],
            Text[decision.ToString()],
            NoteNeeded: reject,
            Dangerous: reject);
        var done = await NoteDialog.AskAsync(
            Dialogs,
            question,
            async note => (await Decide.RunAsync(OrderId, new Verdict(decision, reject ? "other" : null, note, CaseConsequences.None), await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        if (done) await OnDone.InvokeAsync();
    }

    private async Task TakeBackAsync() => await TellAsync(await TakeBack.RunAsync(OrderId, await CurrentActor.GetAsync(), CancellationToken.None));

    private async Task SendNowAsync() => await TellAsync(await SendNow.RunAsync(OrderId, await CurrentActor.GetAsync(), CancellationToken.None));

    private async Task TellAsync(Result<ReviewCase> result)
    {
        if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }
}
