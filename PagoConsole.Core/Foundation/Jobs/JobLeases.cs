using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>A runner's claim on a slot.</summary>
internal sealed record JobLease(string Key, DateTimeOffset Slot, string Token, int Attempts);

/// <summary>Who runs which slot: rows of <c>job_runs</c>, the only thing that nodes agree by.</summary>
internal sealed class JobLeases(Writes writes, JobPatience patience)
{
    private const string OfSlot = "job_key = @p0 AND scheduled_for = @p1";
    private const string Mine = $"{OfSlot} AND lease_token = @p2";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    private long RealNow => patience.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long LeaseEnd => RealNow + (long)patience.Lease.TotalMilliseconds;

    /// <summary>Claims a slot, or takes it over from a runner that died; null when it is done, runs elsewhere, or the job runs another slot.</summary>
    public Task<JobLease?> ClaimAsync(string key, DateTimeOffset slot, CatchUp catchUp, CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                await tx.LockNamesAsync([$"job/{key}"], ct);
                if (await RunsAsync(tx, key, ct)) return null;
                var lease = await TakeAsync(tx, key, slot, ct);
                if (lease is not null && catchUp == CatchUp.Latest) await SupersedeAsync(tx, lease, ct);
                return lease;
            },
            ct);

    /// <summary>
    /// Makes a slot of its own for a person who wants the job run now; where each slot stands for a day of its own, makes those that wait
    /// for another attempt due at once. False when it runs already, or when nothing waits.
    /// </summary>
    public async Task<bool> AskAsync(WriteScope tx, string key, JobSchedule schedule, CancellationToken ct)
    {
        await tx.LockNamesAsync([$"job/{key}"], ct);
        if (await RunsAsync(tx, key, ct)) return false;
        if (schedule.CatchUp == CatchUp.Each)
        {
            return await tx.Db.ExecuteAsync(
                "UPDATE job_runs SET lease_token = NULL, lease_until = @p1 WHERE job_key = @p0 AND finished_at IS NULL", [key, RealNow], ct) > 0;
        }

        var now = tx.Now.ToUnixTimeMilliseconds();
        var slot = schedule.Has(DateTimeOffset.FromUnixTimeMilliseconds(now)) ? now - 1 : now;
        return await tx.Db.ExecuteAsync(
            "INSERT INTO job_runs (job_key, scheduled_for, lease_until, started_at, attempts) VALUES (@p0, @p1, @p2, @p3, 0) "
            + "ON CONFLICT (job_key, scheduled_for) DO NOTHING",
            [key, slot, RealNow, now], ct) == 1;
    }

    /// <summary>Says that the runner lives; false when somebody else has the slot by now.</summary>
    public Task<bool> RenewAsync(JobLease lease, CancellationToken ct) =>
        SetAsync(lease, "lease_until = @p3", ct, LeaseEnd);

    /// <summary>Records what a run came to.</summary>
    public Task<bool> FinishAsync(JobLease lease, JobOutcome outcome, CancellationToken ct) =>
        EndAsync(lease, outcome.Counts, outcome.Trouble, ct);

    /// <summary>Records a failure: tried again after a pause, or given up.</summary>
    public Task<bool> FailAsync(JobLease lease, string error, CancellationToken ct) => lease.Attempts >= patience.Attempts
        ? EndAsync(lease, JobRun.GivenUp, error, ct)
        : SetAsync(lease, "lease_token = NULL, lease_until = @p3, error = @p4", ct, RealNow + (long)patience.PauseAfter(lease.Attempts).TotalMilliseconds, error);

    /// <summary>Gives a slot back unfinished, because the program stops: whoever comes next runs it at once.</summary>
    public Task<bool> GiveBackAsync(JobLease lease, CancellationToken ct) =>
        SetAsync(lease, "lease_token = NULL, lease_until = @p3, attempts = attempts - 1", ct, RealNow);

    private async Task<bool> RunsAsync(WriteScope tx, string key, CancellationToken ct) => Convert.ToInt64(
        await tx.Db.ScalarAsync(
            "SELECT count(*) FROM job_runs WHERE job_key = @p0 AND finished_at IS NULL AND lease_token IS NOT NULL AND lease_until > @p1", [key, RealNow], ct),
        null) > 0;

    private async Task<JobLease?> TakeAsync(WriteScope tx, string key, DateTimeOffset slot, CancellationToken ct)
    {
        var token = $"{JobNode.Name}/{Ids.Token()}";
        var (at, now) = (slot.ToUnixTimeMilliseconds(), tx.Now.ToUnixTimeMilliseconds());
        var inserted = await tx.Db.ExecuteAsync(
            "INSERT INTO job_runs (job_key, scheduled_for, lease_token, lease_until, started_at, attempts) VALUES (@p0, @p1, @p2, @p3, @p4, 1) "
            + "ON CONFLICT (job_key, scheduled_for) DO NOTHING",
            [key, at, token, LeaseEnd, now], ct);
        if (inserted == 1) return new JobLease(key, slot, token, 1);

        // Killed as often as a failure is tried: the job itself may be what kills us.
        await tx.Db.ExecuteAsync(
            $"UPDATE job_runs SET lease_token = NULL, finished_at = @p2, outcome = @p3 WHERE {OfSlot} AND finished_at IS NULL AND lease_until <= @p4 AND attempts >= @p5",
            [key, at, now, JobRun.GivenUp, RealNow, patience.Attempts], ct);
        var attempts = await tx.Db.ScalarAsync(
            $"UPDATE job_runs SET lease_token = @p2, lease_until = @p3, started_at = @p4, attempts = attempts + 1 "
            + $"WHERE {OfSlot} AND finished_at IS NULL AND lease_until <= @p5 RETURNING attempts",
            [key, at, token, LeaseEnd, now, RealNow], ct);
        return attempts is null ? null : new JobLease(key, slot, token, Convert.ToInt32(attempts, null));
    }

    private static Task SupersedeAsync(WriteScope tx, JobLease lease, CancellationToken ct) => tx.Db.ExecuteAsync(
        "UPDATE job_runs SET lease_token = NULL, finished_at = @p2, outcome = @p3 WHERE job_key = @p0 AND scheduled_for < @p1 AND finished_at IS NULL",
        [lease.Key, lease.Slot.ToUnixTimeMilliseconds(), tx.Now.ToUnixTimeMilliseconds(), JobRun.Superseded], ct);

    private Task<bool> EndAsync(JobLease lease, string outcome, string? error, CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                await tx.Db.ExecuteAsync(
                    "DELETE FROM job_runs WHERE job_key = @p0 AND scheduled_for < @p1 AND finished_at IS NOT NULL",
                    [lease.Key, (lease.Slot - Kept).ToUnixTimeMilliseconds()], ct);
                return await UpdateAsync(
                    tx, lease, "lease_token = NULL, finished_at = @p3, outcome = @p4, error = @p5", ct, tx.Now.ToUnixTimeMilliseconds(), outcome, error);
            },
            ct);

    private Task<bool> SetAsync(JobLease lease, string what, CancellationToken ct, params object?[] values) =>
        writes.DoAsync(tx => UpdateAsync(tx, lease, what, ct, values), ct);

    private static async Task<bool> UpdateAsync(WriteScope tx, JobLease lease, string what, CancellationToken ct, params object?[] values) =>
        await tx.Db.ExecuteAsync(
            $"UPDATE job_runs SET {what} WHERE {Mine}", [lease.Key, lease.Slot.ToUnixTimeMilliseconds(), lease.Token, .. values], ct) == 1;
}
