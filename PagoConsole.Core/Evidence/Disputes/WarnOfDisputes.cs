using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>
/// Raises an alarm for disputes that nobody has answered: once <c>Disputes:WarnHours</c> before their date, once at it. Gives disputes from before
/// there were dates the usual one.
/// </summary>
public sealed class WarnOfDisputes(IDbContextFactory<PagoDb> contexts, Writes writes, IOptionsMonitor<DisputeOptions> options)
{
    private const int Batch = 200;
    private static readonly Actor By = Actor.Job("dispute-warnings");

    /// <summary>Warns of what is due now.</summary>
    /// <returns>How many warnings were given.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        await DateAsync(ct);
        var soon = now.AddHours(options.CurrentValue.WarnHours);
        var warned = 0;
        while (true)
        {
            List<string> due;
            await using (var db = await contexts.CreateDbContextAsync(ct))
            {
                due = await db.Set<Dispute>().AsNoTracking()
                    .Where(d => d.State == DisputeState.Open && d.HandedInAt == null && ((d.AnswerBy <= now && d.Warnings < 2) || (d.AnswerBy <= soon && d.Warnings < 1)))
                    .OrderBy(d => d.AnswerBy).Select(d => d.DisputeId).Take(Batch).ToListAsync(ct);
            }

            if (due.Count == 0) return warned;
            warned += await writes.DoAsync(tx => WarnAsync(tx, due, now, soon, ct), ct);
        }
    }

    private static async Task<int> WarnAsync(WriteScope tx, List<string> due, DateTimeOffset now, DateTimeOffset soon, CancellationToken ct)
    {
        var given = 0;
        foreach (var dispute in await tx.LockManyAsync<Dispute>(due, ct))
        {
            var warnings = dispute.AnswerBy <= now ? 2 : dispute.AnswerBy <= soon ? 1 : 0;
            if (!dispute.IsUnanswered || dispute.Warnings >= warnings) continue;
            dispute.Warned(warnings);
            await tx.AlarmAsync(AlarmKind.DisputeDue, dispute.DisputeId, By, ct, dispute.OrderId, [dispute.OrderId, $"{Lima.DayOf(dispute.AnswerBy!.Value):yyyy-MM-dd}"]);
            given++;
        }

        return given;
    }

    private async Task DateAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var undated = await db.Set<Dispute>().AsNoTracking().Where(d => d.AnswerBy == null).OrderBy(d => d.DisputeId).Select(d => d.DisputeId).Take(Batch).ToListAsync(ct);
        if (undated.Count == 0) return;
        await writes.DoAsync(
            async tx =>
            {
                foreach (var dispute in await tx.LockManyAsync<Dispute>(undated, ct)) dispute.AnswerBy ??= dispute.DueAt ?? options.CurrentValue.AnswerBy(dispute.OpenedAt);
            },
            ct);
    }
}

/// <summary>Looks every ten minutes which disputes must be answered soon.</summary>
internal sealed class DisputeWarningsJob(WarnOfDisputes warn, TimeProvider time) : IScheduledJob
{
    public string Key => "dispute-warnings";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 10);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct) => JobOutcome.Of(("warned", await warn.RunAsync(time.GetUtcNow(), ct)));
}
