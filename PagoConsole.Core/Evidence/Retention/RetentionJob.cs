using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>
/// Carries out the run that a person started, also after whatever stopped it; on the first of each month it counts what is due and has an admin
/// told. It never starts a run by itself.
/// </summary>
internal sealed class RetentionJob(CarryOutRetention carryOut, PlanRetention plans, Writes writes) : IScheduledJob
{
    /// <summary>Its key.</summary>
    public const string Name = "retention";

    private const string Subject = "retention";
    private static readonly Actor By = Actor.Job(Name);

    public string Key => Name;

    public JobSchedule Schedule { get; } = JobSchedule.DailyAt(new TimeOnly(3, 10), CatchUp.Latest);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        var ran = await carryOut.RunAsync(ct);
        if (ran is null && Lima.DayOf(slot).Day != 1) return JobOutcome.Nothing;
        var plan = await plans.CountAsync(ct);
        var orders = plan.Lines.Where(line => line.Kind is RetentionKind.Orders or RetentionKind.AmlOrders).Sum(line => line.Due);
        await writes.DoAsync(
            tx => plan.Due == 0
                ? tx.ClearAlarmAsync(AlarmKind.RetentionDue, Subject, By, ct)
                : tx.AlarmAsync(AlarmKind.RetentionDue, Subject, By, ct, details: [FormattableString.Invariant($"{orders}"), FormattableString.Invariant($"{plan.Due - orders}")]),
            ct);
        return JobOutcome.Of(("erased", ran?.Erased ?? 0), ("due", plan.Due));
    }
}
