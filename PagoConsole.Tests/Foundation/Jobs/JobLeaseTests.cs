using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Foundation.Jobs;

/// <summary>Two nodes over one store: every slot runs once, and a dead node's slot is taken over.</summary>
public abstract class JobLeaseTests(StorageProvider provider) : StoreTest(provider)
{
    private readonly SampleJob work = new("work", JobSchedule.Every(10));
    private readonly FakeTimeProvider real = new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
    private ServiceProvider? second;

    private JobRunner Here => Get<JobRunner>();

    private JobRunner There => (second ??= Build()).GetRequiredService<JobRunner>();

    [Fact]
    public async Task Runners_that_race_run_each_slot_once()
    {
        for (var slot = 0; slot < 20; slot++)
        {
            Time.Advance(TimeSpan.FromMinutes(10));
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? Here : There).RunAsync("work", Ct), Ct)));
        }

        Assert.Equal(20, work.Ran.Count);
        Assert.Equal(20, work.Ran.Distinct().Count());
    }

    [Fact]
    public async Task A_slot_whose_runner_died_is_taken_over_once_its_lease_has_run_out()
    {
        var slot = Time.GetUtcNow();
        Assert.NotNull(await Get<JobLeases>().ClaimAsync("work", slot, CatchUp.Latest, Ct)); // and then the process is gone

        Assert.Empty(await There.RunAsync("work", Ct));
        real.Advance(TimeSpan.FromSeconds(61));
        Assert.Single(await There.RunAsync("work", Ct));

        Assert.Equal([slot], work.Ran);
    }

    [Fact]
    public async Task A_slot_that_kills_its_runner_every_time_is_given_up()
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Equal(attempt, (await Get<JobLeases>().ClaimAsync("work", Time.GetUtcNow(), CatchUp.Latest, Ct))?.Attempts);
            real.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Empty(await Here.RunAsync("work", Ct));
        Assert.Empty(work.Ran);
    }

    [Fact]
    public async Task A_running_job_keeps_its_slot_and_lets_no_newer_one_start_beside_it()
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        work.Work = (_, _) =>
        {
            began.TrySetResult();
            return end.Task;
        };
        var running = Here.RunAsync("work", Ct);
        await began.Task.WaitAsync(Ct);

        for (var renewals = 1; renewals <= 6; renewals++)
        {
            await Renewed(real.GetUtcNow() + TimeSpan.FromSeconds(60));
            real.Advance(TimeSpan.FromSeconds(15));
        }

        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(await There.RunAsync("work", Ct));
        end.SetResult();
        Assert.Single(await running);
        Assert.Single(await There.RunAsync("work", Ct));
    }

    [Fact]
    public async Task A_runner_that_lost_its_slot_is_stopped()
    {
        var began = new TaskCompletionSource();
        work.Work = async (_, ct) =>
        {
            began.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        };
        var running = Here.RunAsync("work", Ct);
        await began.Task.WaitAsync(Ct);
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE job_runs SET lease_token = 'another'", [], Ct), Ct);

        real.Advance(TimeSpan.FromSeconds(15));

        Assert.Empty(await running.WaitAsync(TimeSpan.FromSeconds(30), Ct));
    }

    public override async ValueTask DisposeAsync()
    {
        if (second is not null) await second.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Register(IServiceCollection services) =>
        services.AddSingleton(new JobPatience { Clock = real }).AddSingleton<IScheduledJob>(work).AddJobRunner();

    /// <summary>Waits until the row says so: the renewal itself runs on a thread of its own.</summary>
    private Task Renewed(DateTimeOffset until) => Eventually.IsTrueAsync(
        $"the lease to hold until {until:O}",
        async () => await Get<Writes>().DoAsync(
            async tx => Convert.ToInt64(await tx.Db.ScalarAsync("SELECT max(lease_until) FROM job_runs", [], Ct), null) >= until.ToUnixTimeMilliseconds(), Ct),
        TimeSpan.FromSeconds(20));
}

public sealed class SqliteJobLeaseTests() : JobLeaseTests(StorageProvider.Sqlite);

public sealed class PostgresJobLeaseTests() : JobLeaseTests(StorageProvider.Postgres);
