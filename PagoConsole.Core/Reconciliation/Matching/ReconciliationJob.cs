using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Asks for the reports that are due and matches their days, every five minutes; most of the time nothing is.</summary>
internal sealed class ReconciliationJob(DueDays due, PullReport pull, ReconcileDay reconcile, TimeProvider time) : IScheduledJob
{
    private static readonly Actor By = Actor.Job("reconciliation");

    public string Key => "reconciliation";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 5);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        var (pulled, matched, found) = (0, 0, 0);
        string? trouble = null;
        foreach (var day in await due.ReadAsync(time.GetUtcNow(), ct))
        {
            if (day.Pull)
            {
                var report = (await pull.RunAsync(day.Day, By, ct)).Value;
                pulled++;
                if (report.State != ReportState.Whole)
                {
                    trouble ??= $"{report.Day:yyyy-MM-dd}: {report.Fault}: {report.FaultText}";
                    continue;
                }
            }

            if ((await reconcile.RunAsync(day.Day, By, ct)).Value is not { } done) continue;
            matched++;
            found += done.Differences.Values.Sum();
        }

        return JobOutcome.Of(("pulled", pulled), ("reconciled", matched), ("differences", found)) with { Trouble = trouble };
    }
}
