using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Schedule;

namespace PagoConsole.Core.Overview.Needs;

/// <summary>What needs someone now, of what somebody may see; the most urgent first.</summary>
public sealed class NeedList
{
    private readonly OpenCases cases;
    private readonly AlarmList alarms;
    private readonly JobBoard jobs;
    private readonly MoneyAndMessages waiting;
    private readonly TimeProvider time;

    internal NeedList(OpenCases cases, AlarmList alarms, JobBoard jobs, MoneyAndMessages waiting, TimeProvider time) =>
        (this.cases, this.alarms, this.jobs, this.waiting, this.time) = (cases, alarms, jobs, waiting, time);

    /// <summary>Reads it.</summary>
    public async Task<Result<IReadOnlyList<Need>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        var needs = new List<Need>();
        if (viewer.May(Permission.SeeReviews)) needs.AddRange(Cases(await cases.ReadAsync(ct), viewer, time.GetUtcNow()));

        // Money cases have a line of their own for all of them; their alarms would push everything else off the list.
        needs.AddRange((await alarms.ReadAsync(viewer, ct)).Where(alarm => alarm.Kind != AlarmKind.MoneyCase).Select(Of));
        needs.AddRange((await waiting.ReadAsync(ct)).Where(need => need.Kind is not (NeedKind.MoneyCases or NeedKind.RefundsUnknown or NeedKind.Differences) || viewer.May(Permission.SeeMoney)));
        if (viewer.May(Permission.ManageJobs)) needs.AddRange((await jobs.ReadAsync(viewer, ct)).Value.SelectMany(Of));
        return Need.Sort(needs);
    }

    /// <summary>Who decides is shown what they could decide; who only reads, all that waits.</summary>
    internal static IEnumerable<Need> Cases(IReadOnlyList<QueuedCase> open, Actor viewer, DateTimeOffset now)
    {
        var waits = open.Where(c => viewer.May(Permission.DecideCases) ? c.IsFor(viewer, now) : c.State is ReviewState.Open or ReviewState.AwaitingSecond)
            .OrderByDescending(c => c.UrgencyAt(now)).ToLookup(c => c.EndsSoonAt(now));
        foreach (var part in waits)
        {
            var (kind, urgency) = part.Key ? (NeedKind.CasesEnding, NeedUrgency.Now) : (NeedKind.Cases, NeedUrgency.Soon);
            yield return new Need(kind, urgency, part.Count(), part.Min(c => c.OpenedAt)) { OrderId = part.First().OrderId };
        }
    }

    private static Need Of(Alarm alarm) =>
        new(NeedKind.Alarm, alarm.Severity == AlarmSeverity.Critical ? NeedUrgency.Now : NeedUrgency.Today, 1, alarm.RaisedAt) { Alarm = alarm };

    private static IEnumerable<Need> Of(JobLine job)
    {
        if (job.Fails) yield return new Need(NeedKind.JobFailing, NeedUrgency.Soon, job.Failures, job.Last!.Run.StartedAt) { Job = job.Key };
        if (job.Pause is { } pause) yield return new Need(NeedKind.JobPaused, NeedUrgency.Today, 1, pause.At) { Job = job.Key };
    }
}
