using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Reconciliation.Days;

namespace PagoConsole.Tests.Reconciliation.Days;

/// <summary>For how long a page tells what came of a run.</summary>
public sealed class DayRunTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void What_was_found_is_told_until_another_run_has_ended()
    {
        using var run = Ended(new DayOutcome(null, Run: new Reconciled(Day, null!, 0, 0, 0, new Dictionary<DifferenceKind, int>(), []) { RunId = "rec_2" }));

        Assert.True(run.IsNews(After("rec_2")));
        Assert.False(run.IsNews(After("rec_3")));
    }

    [Fact]
    public void That_it_came_to_nothing_is_told_until_another_run_has_ended()
    {
        using var run = Ended(new DayOutcome(new Refusal(RefusalCode.NoWholeReport)));

        Assert.True(run.IsNews(After("rec_1")));
        Assert.False(run.IsNews(After("rec_2")));
    }

    private static DayRun Ended(DayOutcome outcome) => new(DayTask.Match) { Before = "rec_1", Completion = Task.FromResult(outcome) };

    private static ReconciledDay After(string run) => new() { DayId = "2026-11-21", Day = Day, RunId = run };
}
