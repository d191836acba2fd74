using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>One's last run over many rows: how far it is. One may leave the page meanwhile.</summary>
public sealed partial class RunCard : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource ended = new();
    private BatchRun? run;

    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    /// <summary>One's run that is at work, or was last.</summary>
    [Parameter, EditorRequired]
    public required BatchRun? Run { get; set; }

    /// <summary>It is at rest, or was put away.</summary>
    [Parameter]
    public EventCallback OnRest { get; set; }

    /// <summary>What kind of run it is, for those who cannot see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>How far it is, in words.</summary>
    [Parameter, EditorRequired]
    public required Func<BatchRun, string> Title { get; set; }

    /// <summary>Its end has been read.</summary>
    [Parameter]
    public EventCallback OnForget { get; set; }

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

    private async Task FollowAsync(BatchRun following)
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
        run = null;
        await OnForget.InvokeAsync();
        await OnRest.InvokeAsync();
    }
}
