using System.Collections.Concurrent;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Matching;

namespace PagoConsole.Reconciliation.Days;

/// <summary>What is being done with a day.</summary>
public enum DayTask
{
    /// <summary>PagoEfectivo is asked for the report.</summary>
    Pull,

    /// <summary>A file is taken in.</summary>
    Upload,

    /// <summary>The day is matched again against the report that is here.</summary>
    Match,
}

/// <summary>What came of it.</summary>
/// <param name="Refusal">Why not; null if it was done.</param>
/// <param name="Refreshed">The report that came, and what was found; null for a run alone.</param>
/// <param name="Run">What the run found.</param>
public sealed record DayOutcome(Refusal? Refusal, DayRefreshed? Refreshed = null, Reconciled? Run = null);

/// <summary>One piece of work upon a day.</summary>
public sealed class DayRun(DayTask what) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();

    public DayTask What { get; } = what;

    /// <summary>How many bytes of a file have been read; 0 where nothing is counted.</summary>
    public long Done { get; set; }

    /// <summary>How many there are.</summary>
    public long Of { get; init; }

    public Task<DayOutcome> Completion { get; internal set; } = Task.FromResult(new DayOutcome(null));

    public bool Working => !Completion.IsCompleted;

    /// <summary>Whether it ended because of a fault of ours, or was stopped.</summary>
    public bool Failed => Completion.IsFaulted || Completion.IsCanceled;

    internal CancellationToken Stopping => stopping.Token;

    /// <summary>
    /// Whether somebody still has to hear of it: while it is at work, or the day stands as this run left it. What came to nothing stays until
    /// another run has ended.
    /// </summary>
    /// <param name="day">The day as it stands.</param>
    public bool IsNews(ReconciledDay? day) => Working || (Ran is { } own ? own == day?.RunId : day?.RunId == Before);

    /// <summary>The run of the day when it began.</summary>
    public string? Before { get; init; }

    private string? Ran => Completion is { IsCompletedSuccessfully: true, Result.Run.RunId: { } run } ? run : null;

    public void Stop() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();
}

/// <summary>Pulls, uploads and runs in the background, one for each day on a node: one may leave the page meanwhile and find it again.</summary>
internal sealed partial class DayWork(RefreshDay refresh, ReconcileDay reconcile, ILogger<DayWork> log)
{
    private readonly ConcurrentDictionary<DateOnly, DayRun> runs = new();

    /// <summary>What is at work on a day, or was last; null if nothing was.</summary>
    public DayRun? Of(DateOnly day) => runs.GetValueOrDefault(day);

    /// <summary>Forgets what was last, unless it is at work.</summary>
    public void Forget(DateOnly day)
    {
        if (Of(day) is { Working: false } run && runs.TryRemove(new(day, run))) run.Dispose();
    }

    /// <summary>Asks PagoEfectivo for the report, and matches.</summary>
    public Refusal? Pull(DateOnly day, Actor by, string? before = null) => Start(day, new DayRun(DayTask.Pull) { Before = before }, by, async run => Told(await refresh.PullAsync(day, by, run.Stopping)));

    /// <summary>Matches again.</summary>
    public Refusal? Match(DateOnly day, Actor by, string? before = null) => Start(day, new DayRun(DayTask.Match) { Before = before }, by, async run =>
    {
        var matched = await reconcile.RunAsync(day, by, run.Stopping);
        return matched.Refusal is { } refusal ? new DayOutcome(refusal) : new DayOutcome(null, Run: matched.Value);
    });

    /// <summary>Takes in a file, and matches. The file is ours from then on, and gone at the end.</summary>
    public Refusal? Upload(DateOnly day, string fileName, FileStream file, bool otherDays, Actor by, string? before = null) => Start(day, new DayRun(DayTask.Upload) { Of = file.Length, Before = before }, by, async run =>
    {
        await using var counted = new CountedStream(file, read => run.Done = Math.Max(run.Done, read));
        return Told(await refresh.TakeAsync(day, fileName, counted, otherDays, by, run.Stopping));
    });

    private static DayOutcome Told(Result<DayRefreshed> came) => came.Refusal is { } refusal ? new DayOutcome(refusal) : new DayOutcome(null, came.Value, came.Value.Run);

    private Refusal? Start(DateOnly day, DayRun run, Actor by, Func<DayRun, Task<DayOutcome>> work)
    {
        if (!by.May(Permission.Reconcile)) return new Refusal(RefusalCode.NotAllowed);
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Completion = Task.Run(() => WorkAsync(begin.Task, day, run, work));
        var kept = runs.AddOrUpdate(day, run, (_, before) => before.Working ? before : run);
        if (kept != run) run.Stop();
        begin.SetResult();
        return kept == run ? null : new Refusal(RefusalCode.DayBusy);
    }

    private async Task<DayOutcome> WorkAsync(Task begin, DateOnly day, DayRun run, Func<DayRun, Task<DayOutcome>> work)
    {
        await begin;
        run.Stopping.ThrowIfCancellationRequested();
        try
        {
            return await work(run);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(log, run.What, day, failure);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9301, LogLevel.Error, "{What} of {Day} failed")]
        public static partial void Failed(ILogger logger, DayTask what, DateOnly day, Exception failure);
    }
}
