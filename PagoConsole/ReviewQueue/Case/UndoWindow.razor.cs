using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>The seconds in which a decision can be taken back, or sent at once.</summary>
public sealed partial class UndoWindow : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private bool counting;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal TakeBackDecision TakeBack { get; set; } = default!;

    [Inject]
    internal SendDecisionNow SendNow { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool IsMine => View.Case.DecidedBy == Viewer.Signature;

    private int SecondsLeft => View.Case.EffectiveAt is { } at ? Math.Max(0, (int)Math.Ceiling((at - Time.GetUtcNow()).TotalSeconds)) : 0;

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (!counting) _ = CountDownAsync();
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

    private async Task TakeBackAsync() => await TellAsync(await TakeBack.RunAsync(View.Case.OrderId, Viewer, CancellationToken.None));

    private async Task SendNowAsync() => await TellAsync(await SendNow.RunAsync(View.Case.OrderId, Viewer, CancellationToken.None));

    private async Task TellAsync(Result<ReviewCase> result)
    {
        if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }
}
