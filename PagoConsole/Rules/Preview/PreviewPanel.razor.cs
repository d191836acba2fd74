using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Preview;

/// <summary>
/// What a draft of the rules would have done with the orders of the last days, beside the rules in force. Follows the draft as it is edited: old
/// figures stay, greyed, until there are new ones; first those of a sample, then those of all orders.
/// </summary>
public sealed partial class PreviewPanel : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(250);
    private static readonly int[] Spans = [7, 30, 90];

    private string id = "";
    private CancellationTokenSource run = new();
    private (RuleSet Active, RuleSet Draft)? compared;
    private RulePreview? shown;
    private ReviewEffort? effort;
    private Refusal? refusal;
    private string? failure;
    private string spoken = "";
    private int days = 30;
    private double share;
    private bool busy;
    private bool stale;
    private bool cancelled;

    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal PreviewRules Preview { get; set; } = default!;

    [Inject]
    internal MeasureEffort Measure { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ILogger<PreviewPanel> Logger { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    /// <summary>The rules in force.</summary>
    [Parameter, EditorRequired]
    public required RuleSet Active { get; set; }

    /// <summary>The rules to compare them with.</summary>
    [Parameter, EditorRequired]
    public required RuleSet Draft { get; set; }

    public void Dispose()
    {
        run.Cancel();
        run.Dispose();
    }

    protected override void OnInitialized() => id = Ids.New("preview", Time.GetUtcNow());

    protected override void OnParametersSet()
    {
        if (compared is var (active, draft) && Same(active, Active) && Same(draft, Draft)) return;
        var first = compared is null;
        compared = (Active, Draft);
        _ = StartAsync(first ? TimeSpan.Zero : Calm);
    }

    private static bool Same(RuleSet one, RuleSet other) =>
        ReferenceEquals(one, other) || ((one.ReviewThreshold, one.Rates) == (other.ReviewThreshold, other.Rates) && one.Rules.SequenceEqual(other.Rules));

    private Task ChooseAsync(int choice)
    {
        if (choice == days) return Task.CompletedTask;
        days = choice;
        return StartAsync(TimeSpan.Zero);
    }

    private Task RestartAsync() => StartAsync(TimeSpan.Zero);

    private async Task CancelAsync()
    {
        await run.CancelAsync();
        (busy, cancelled) = (false, true);
        stale = shown is not null && stale;
    }

    private async Task StartAsync(TimeSpan after)
    {
        var (earlier, mine) = (run, new CancellationTokenSource());
        run = mine;
        (busy, stale, cancelled, failure, share) = (true, true, false, null, 0);
        var query = new PreviewQuery(Active, Draft, days);
        await earlier.CancelAsync();
        earlier.Dispose();
        try
        {
            await Task.Delay(after, mine.Token);
            var viewer = await CurrentActor.GetAsync();
            effort ??= await MeasuredAsync(viewer, mine.Token);

            // Reading an embedded database does not wait, it works: not on the circuit, where it would hold typing up.
            var result = await Task.Run(() => Preview.RunAsync(query, viewer, step => _ = InvokeAsync(() => Hear(step, mine)), mine.Token), mine.Token);
            if (run != mine) return;
            refusal = result.Refusal;
            if (result.Done) Show(result.Value);
            else shown = null;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return; // the draft went on, or the page went
        }
        catch (Exception fault) when (run == mine)
        {
            failure = Ids.New("fail", Time.GetUtcNow());
            Log.PreviewFailed(Logger, failure, fault);
        }

        busy = false;
        StateHasChanged();
    }

    private async Task<ReviewEffort?> MeasuredAsync(Actor viewer, CancellationToken ct) =>
        await Measure.ReadAsync(viewer, ct) is { Done: true } measured ? measured.Value : null;

    private void Hear(PreviewStep step, CancellationTokenSource from)
    {
        if (run != from || from.IsCancellationRequested || !busy) return;
        if (step.Sample is { } sample) Show(sample);
        else if (step.Share - share < 0.01) return;
        share = step.Share;
        StateHasChanged();
    }

    private void Show(RulePreview preview)
    {
        (shown, stale, refusal) = (preview, false, null);
        spoken = preview.Orders == 0 ? Text["Empty_Title"] : $"{BadgeOf(preview)}. {string.Join(". ", Text.SentencesOf(preview, effort))}.";
    }

    private string BadgeOf(RulePreview preview)
    {
        if (!preview.IsSample) return Text.Count("Badge_All", preview.Orders);
        var half = preview.Of(preview.Judged / 2);
        return Text["Badge_Sample", Number(preview.Judged), Number(preview.Orders), ((half.High - half.Low) / 2 / preview.Orders * 100).ToString("0.#", CultureInfo.CurrentCulture)];
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static partial class Log
    {
        [LoggerMessage(9231, LogLevel.Error, "A preview of rules failed, reference {Reference}")]
        public static partial void PreviewFailed(ILogger logger, string reference, Exception failure);
    }
}
