using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Watch;

/// <summary>
/// Raises an alarm when, after a publish, the rate of approved, held or rejected orders leaves its band. It ends by itself once all are well
/// inside again, when another version is published, and after fourteen days. Who took note of it is not told again of the same version.
/// </summary>
public sealed class WatchRules(IDbContextFactory<PagoDb> contexts, Writes writes, WatchBoard board)
{
    private static readonly Actor By = Actor.Job("rule-watch");
    private static readonly WatchedKind[] Watched = [WatchedKind.Approved, WatchedKind.Held, WatchedKind.Rejected];

    /// <summary>Looks once.</summary>
    /// <returns>The version in force as it fares; null without one.</returns>
    public async Task<WatchView?> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (await board.LookAsync(null, now, ct) is not { } view) return null;
        var subject = view.Version.Version.ToString(CultureInfo.InvariantCulture);
        var (rates, over) = (Watched.Select(view.Of).ToList(), now >= view.Until);
        if (!over && rates.Any(rate => rate.State == RateState.Outside)) await RaiseAsync(subject, rates, ct);
        if (await OpenAsync(ct) is { Count: > 0 } open && open.Where(other => other != subject || over || rates.All(IsBack)).ToList() is { Count: > 0 } past)
        {
            await writes.DoAsync(
                async tx =>
                {
                    foreach (var other in past) await tx.ClearAlarmAsync(AlarmKind.RuleRateLeftBand, other, By, ct);
                },
                ct);
        }

        return view;
    }

    private static bool IsBack(WatchedRate rate) => rate.Back is { } band && rate.After.Share is { } share && band.Holds(share);

    private async Task RaiseAsync(string subject, IReadOnlyList<WatchedRate> rates, CancellationToken ct)
    {
        string[] details = [.. rates.SelectMany(rate => new[] { rate.After.Share, rate.Band?.Low, rate.Band?.High }).Select(Percent)];
        await writes.DoAsync(
            async tx =>
            {
                // A person who took note has decided to let it be; what this job itself ended may come again.
                var last = await tx.Db.Set<Alarm>().AsNoTracking().Where(a => a.Kind == AlarmKind.RuleRateLeftBand && a.Subject == subject)
                    .OrderByDescending(a => a.RaisedAt).FirstOrDefaultAsync(ct);
                if (last is { AcknowledgedBy: { } by } && by != By.Signature) return;
                await tx.AlarmAsync(AlarmKind.RuleRateLeftBand, subject, By, ct, details: details);
            },
            ct);
    }

    private async Task<List<string>> OpenAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Alarm>().Where(a => a.Kind == AlarmKind.RuleRateLeftBand && a.OpenKey != null).Select(a => a.Subject).ToListAsync(ct);
    }

    private static string Percent(double? share) => ((share ?? 0) * 100).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>Looks every five minutes how orders fare since the last publish.</summary>
internal sealed class WatchRulesJob(WatchRules watch, TimeProvider time) : IScheduledJob
{
    public string Key => "rule-watch";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 5);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        var view = await watch.RunAsync(time.GetUtcNow(), ct);
        return JobOutcome.Of(("outside", view?.Rates.Count(rate => rate.State == RateState.Outside) ?? 0));
    }
}
