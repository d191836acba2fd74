using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>Where a case stands: how long it may still wait, who has it in hand, what else there is to know at a glance.</summary>
public sealed partial class CaseHead : IDisposable
{
    private IDisposable? beat;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal RelativeClock Clock { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    private bool Waits => View.Case.State is ReviewState.Open or ReviewState.AwaitingSecond;

    private bool IsPaused => View.Case.IsPausedAt(Clock.Now);

    private TimeSpan Remaining => View.Case.LeftAt(Clock.Now);

    private string Left => Text[IsPaused ? "Left_Paused" : "Left", Text["Left_Time", (int)Remaining.TotalHours, Remaining.Minutes]];

    private string Urgency => (1 - (Remaining.TotalMinutes / Math.Max(1, View.Case.HoldMinutes))) switch
    {
        _ when IsPaused => "paused",
        >= 0.95 => "last",
        >= 0.5 => "late",
        _ => "early",
    };

    public void Dispose() => beat?.Dispose();

    protected override void OnInitialized() => beat = Clock.Listen(() => InvokeAsync(StateHasChanged));
}
