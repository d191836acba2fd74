using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Raises an alarm for money cases that nobody settles: after <c>Payments:MoneyAlarmDays</c> business days, and every four days from then on.</summary>
public sealed class RemindOfMoney(IDbContextFactory<PagoDb> contexts, Writes writes, IOptionsMonitor<PaymentOptions> options)
{
    private const int Batch = 200;
    private const int EveryDays = 4;
    private static readonly Actor By = Actor.Job("money-ageing");

    /// <summary>Reminds of what is due now.</summary>
    /// <returns>How many cases.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var openedBefore = MoneyAges.OpenedBefore(options.CurrentValue.MoneyAlarmDays, now);
        var remindedBefore = MoneyAges.OpenedBefore(EveryDays, now);
        var reminded = 0;
        while (true)
        {
            List<string> due;
            await using (var db = await contexts.CreateDbContextAsync(ct))
            {
                due = await db.Set<MoneyCase>().AsNoTracking()
                    .Where(c => c.State != MoneyCaseState.Settled && c.OpenedAt < openedBefore && (c.RemindedAt == null || c.RemindedAt < remindedBefore))
                    .OrderBy(c => c.OpenedAt).Select(c => c.CaseId).Take(Batch).ToListAsync(ct);
            }

            if (due.Count == 0) return reminded;
            reminded += await writes.DoAsync(tx => RemindAsync(tx, due, now, remindedBefore, ct), ct);
        }
    }

    private static async Task<int> RemindAsync(WriteScope tx, List<string> due, DateTimeOffset now, DateTimeOffset remindedBefore, CancellationToken ct)
    {
        var done = 0;
        foreach (var waiting in await tx.LockManyAsync<MoneyCase>(due, ct))
        {
            if (!waiting.IsWaiting || waiting.RemindedAt >= remindedBefore) continue;
            waiting.RemindedAt = now;
            var days = MoneyAges.DaysSince(waiting.OpenedAt, now);
            tx.Journal(Order.StreamOf(waiting.OrderId), MoneyEvents.Old, By, new { waiting.CaseId, waiting.Kind, days }, waiting.OrderId);
            await tx.AlarmAsync(AlarmKind.MoneyCaseOld, $"{Lima.DayOf(now):yyyy-MM-dd}", By, ct);
            done++;
        }

        return done;
    }
}

/// <summary>Looks every hour whether money has been waiting for too long.</summary>
internal sealed class MoneyAgeingJob(RemindOfMoney remind, TimeProvider time) : IScheduledJob
{
    public string Key => "money-ageing";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 60);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct) => JobOutcome.Of(("reminded", await remind.RunAsync(time.GetUtcNow(), ct)));
}
