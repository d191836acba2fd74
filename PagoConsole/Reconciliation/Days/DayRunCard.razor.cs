using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>What is being done with the day, or was last: how far it is, and what came of it. One may leave the page meanwhile.</summary>
public sealed partial class DayRunCard : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource ended = new();
    private DayRun? shown;

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DayRun? Run { get; set; }

    /// <summary>The day as it stands: what a later run has made old is not shown.</summary>
    [Parameter]
    public ReconciledDay? Day { get; set; }

    /// <summary>Whether whoever looks may stop it, and is told what came of it.</summary>
    [Parameter]
    public bool MayWork { get; set; }

    /// <summary>It is at rest.</summary>
    [Parameter]
    public EventCallback OnRest { get; set; }

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
        var wanted = Run is { } any && (any.Working || (MayWork && any.IsNews(Day))) ? Run : null;
        if (wanted == shown) return;
        shown = wanted;
        if (shown is { Working: true } run) _ = FollowAsync(run);
    }

    private async Task FollowAsync(DayRun run)
    {
        try
        {
            while (run.Working && shown == run)
            {
                StateHasChanged();
                await Task.WhenAny(run.Completion, Task.Delay(Beat, ended.Token));
                ended.Token.ThrowIfCancellationRequested();
            }

            StateHasChanged();
            await OnRest.InvokeAsync();
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page went; the work goes on.
        }
    }

    private static bool IsBad(DayRun run) => run.Failed || run.Completion.Result is { Refusal: not null } or { Refreshed.Report.State: not ReportState.Whole };

    private string Sentence(DayRun run)
    {
        if (run.Completion.IsCanceled) return Text["Task_Stopped"];
        if (run.Failed) return Text["Task_Failed"];
        var came = run.Completion.Result;
        if (came.Refusal is { } refusal) return Words.Of(refusal);
        if (came.Refreshed?.Report is { State: not ReportState.Whole } broken) return Text["Task_Broken", Text.FaultOf(broken) ?? ""];
        return Text["Task_Done", came.Run?.ReportRows ?? 0, came.Run?.Matched ?? 0, came.Run?.Differences.Values.Sum() ?? 0];
    }

    private static string Kb(long bytes) => (bytes / 1024).ToString("N0", CultureInfo.CurrentCulture);

    private Task ForgetAsync()
    {
        shown = null;
        return OnForget.InvokeAsync();
    }
}
