using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Schedule;
using PagoConsole.Shared;

namespace PagoConsole.Admin;

/// <summary>How long the last runs took, as bars with the table behind them; one that failed is a full bar in red.</summary>
public sealed partial class JobRuns
{
    private const int Step = 6;
    private const int Height = 40;
    private const int Least = 2; // a run of no time is still a run

    [Inject]
    internal IStringLocalizer<JobsText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    /// <summary>The oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<JobLineRun> Runs { get; set; }

    private static int Width => JobBoard.Most * Step;

    private TimeSpan Longest => Runs.Max(run => run.Duration ?? TimeSpan.Zero);

    private string Label => Text["Chart_Label", Runs.Count, Text.TimeOf(Longest), Runs.Count(Failed)];

    private static bool Failed(JobLineRun run) => run.State is JobRunState.Failed or JobRunState.GivenUp or JobRunState.Lost;

    private static string ClassOf(JobLineRun run) => run.State switch
    {
        JobRunState.Done => "bar",
        JobRunState.Failed or JobRunState.GivenUp or JobRunState.Lost => "bar failed",
        JobRunState.Running or JobRunState.Waiting or JobRunState.Superseded => "bar open",
    };

    private int HeightOf(JobLineRun run)
    {
        if (Failed(run)) return Height;
        return run.Duration is { } took && Longest > TimeSpan.Zero ? Math.Max(Least, (int)(took / Longest * Height)) : Least;
    }

    private string TipOf(JobLineRun run) => string.Join(" · ", new[]
    {
        InstantFormat.Exact(run.Run.ScheduledFor, Browser.Zone),
        Text[$"State_{run.State}"].Value,
        run.Duration is { } took ? Text.TimeOf(took) : null,
        run.Run.Error ?? (run.State == JobRunState.Done ? Text.OutcomeOf(run.Run.Outcome) : null),
    }.OfType<string>());
}
