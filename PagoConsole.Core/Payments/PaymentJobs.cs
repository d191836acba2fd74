using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Core.Payments;

/// <summary>Ends orders whose voucher ran out, every minute.</summary>
internal sealed class ExpiryJob(ExpireOrders expire, TimeProvider time) : IScheduledJob
{
    public string Key => "expiry";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 1);

    // A slot caught up late works off what is due by now, not only what was due then.
    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct) => JobOutcome.Of(("expired", await expire.RunAsync(time.GetUtcNow(), ct)));
}

/// <summary>Asks about payments of which no delivery came, every minute.</summary>
internal sealed class PollingJob(PollPayments poll, TimeProvider time) : IScheduledJob
{
    public string Key => "polling";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 1);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct) => JobOutcome.Of(("asked", await poll.RunAsync(time.GetUtcNow(), ct)));
}
