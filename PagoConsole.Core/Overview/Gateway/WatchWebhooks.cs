using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Gateway;

/// <summary>
/// Raises an alarm while too large a share of payments has to be found by asking: of this hour and the one before, at least
/// <c>Payments:MissedWebhooksPercent</c>, and not only a few. It clears itself once the share has fallen to half of that.
/// </summary>
public sealed class WatchWebhooks(IDbContextFactory<PagoDb> contexts, Writes writes, IOptionsMonitor<PaymentOptions> options)
{
    /// <summary>Fewer than so many missed ones are chance.</summary>
    public const int Fewest = 5;

    private const string Subject = "pagoefectivo";
    private static readonly Actor By = Actor.Job("missed-webhooks");

    /// <summary>Looks once.</summary>
    /// <returns>What it saw.</returns>
    public async Task<MissedHour> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var hour = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
        MissedHour seen;
        await using (var db = await contexts.CreateDbContextAsync(ct)) seen = await MissedWebhooks.TogetherAsync(db, [hour, hour.AddHours(-1)], ct);
        var limit = options.CurrentValue.MissedWebhooksPercent / 100d;
        if (seen.Missed >= Fewest && seen.Share >= limit)
        {
            string[] details = [seen.Missed.ToString(CultureInfo.InvariantCulture), seen.Found.ToString(CultureInfo.InvariantCulture)];
            await writes.DoAsync(tx => tx.AlarmAsync(AlarmKind.WebhooksMissing, Subject, By, ct, details: details), ct);
        }
        else if (seen.Share is null || seen.Share <= limit / 2)
        {
            await writes.DoAsync(tx => tx.ClearAlarmAsync(AlarmKind.WebhooksMissing, Subject, By, ct), ct);
        }

        return seen;
    }
}

/// <summary>Looks every ten minutes whether webhooks stay away.</summary>
internal sealed class WatchWebhooksJob(WatchWebhooks watch, TimeProvider time) : IScheduledJob
{
    public string Key => "missed-webhooks";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 10);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        var seen = await watch.RunAsync(time.GetUtcNow(), ct);
        return JobOutcome.Of(("missed", (int)seen.Missed), ("paid", (int)seen.Found));
    }
}
