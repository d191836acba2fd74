using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>One's last decision over many cases: how far it is, what could not be decided, and taking all of it back.</summary>
public sealed partial class BulkCard : IDisposable
{
    private const int MostShown = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource ended = new();
    private BulkRun? run;
    private bool following;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal DecideMany Many { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    /// <summary>It is at rest, or was put away.</summary>
    [Parameter]
    public EventCallback OnRest { get; set; }

    public void Dispose()
    {
        if (ended.IsCancellationRequested) return;
        ended.Cancel();
        ended.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        run = Many.Of(await CurrentActor.GetAsync());
        if (run is not null && !following) _ = FollowAsync();
    }

    /// <summary>Draws the run while it works and while it can be taken back. Pictures of it come by real time, not by the clock of the business.</summary>
    private async Task FollowAsync()
    {
        following = true;
        try
        {
            var worked = true;
            while (run is { } now && (worked || now.Progress.Working || now.RevocableAt(Time.GetUtcNow()) > 0))
            {
                var working = now.Progress.Working;
                StateHasChanged();
                if (worked && !working) await OnRest.InvokeAsync();
                worked = working;
                await Task.WhenAny(working ? now.Completion : Task.Delay(Timeout.Infinite, ended.Token), Task.Delay(Beat, ended.Token));
                ended.Token.ThrowIfCancellationRequested();
            }

            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page went; the run goes on.
        }
        finally
        {
            following = false;
        }
    }

    private void Stop() => run?.Stop();

    private async Task TakeBackAsync()
    {
        Many.TakeBack(await CurrentActor.GetAsync());
        if (!following) _ = FollowAsync();
    }

    private async Task ForgetAsync()
    {
        Many.Forget(await CurrentActor.GetAsync());
        run = null;
        await OnRest.InvokeAsync();
    }

    private string Title(BulkProgress progress) => progress.Phase switch
    {
        BulkPhase.Deciding => Text[$"Run_{run!.Verdict.Decision}_Deciding", progress.Done, progress.Of],
        BulkPhase.Finished or BulkPhase.Stopped => string.Join(" · ", Outcome(progress)),
        BulkPhase.TakingBack => Text["Run_TakingBack", progress.TakenBack, progress.Decided],
        BulkPhase.TakenBack => Text["Run_TakenBack", progress.TakenBack, progress.Decided],
    };

    private IEnumerable<string> Outcome(BulkProgress progress)
    {
        if (progress.Phase == BulkPhase.Stopped) yield return Text["Run_Stopped", progress.Done, progress.Of];
        yield return Text.Count($"Run_{run!.Verdict.Decision}_Done", progress.Decided);
        if (progress.FirstApprovals > 0) yield return Text.Count("Run_First", progress.FirstApprovals);
        if (progress.Missed.Count > 0) yield return Text.Count("Run_Missed", progress.Missed.Count);
    }

    private string WhyNot(BulkMiss miss) => miss.Why is { } why ? Words.Of(why) : Text["Run_Failed"];

    private string Table(BulkProgress progress) => string.Join('\n', progress.Missed.Select(miss => $"{miss.OrderId}\t{WhyNot(miss)}"));

    private string File(BulkProgress progress) => "data:text/csv;charset=utf-8," + Uri.EscapeDataString(
        string.Join("\r\n", progress.Missed.Select(miss => string.Create(CultureInfo.InvariantCulture, $"{Cell(miss.OrderId)},{Cell(WhyNot(miss))}"))));

    /// <summary>A spreadsheet takes what begins with these signs for a formula.</summary>
    private static string Cell(string text) =>
        $"\"{(text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" : null)}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
