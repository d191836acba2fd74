using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Marketplace;
using PagoConsole.Shared;

namespace PagoConsole.Callbacks;

/// <summary>One's last sending again of many messages: how far it is. One may leave the page meanwhile.</summary>
public sealed partial class ResendCard : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource ended = new();
    private ResendRun? run;

    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Inject]
    internal SendManyAgain Many { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    /// <summary>One's run that is at work, or was last.</summary>
    [Parameter, EditorRequired]
    public required ResendRun? Run { get; set; }

    /// <summary>It is at rest, or was put away.</summary>
    [Parameter]
    public EventCallback OnRest { get; set; }

    private string Title => run switch
    {
        { Working: true } => Text["Run_Working", run.Seen, run.Of],
        { Failed: true } => Text["Run_Failed", run.Sent],
        _ => Text["Run_Done", run!.Sent],
    };

    public void Dispose()
    {
        if (ended.IsCancellationRequested) return;
        ended.Cancel();
        ended.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (Run == run) return;
        run = Run;
        if (run is { Working: true }) _ = FollowAsync(run);
    }

    private async Task FollowAsync(ResendRun following)
    {
        try
        {
            while (following.Working && run == following)
            {
                StateHasChanged();
                await Task.WhenAny(following.Completion, Task.Delay(Beat, ended.Token));
                ended.Token.ThrowIfCancellationRequested();
            }

            StateHasChanged();
            await OnRest.InvokeAsync();
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page went; the run goes on.
        }
    }

    private async Task ForgetAsync()
    {
        Many.Forget(await CurrentActor.GetAsync());
        run = null;
        await OnRest.InvokeAsync();
    }
}
