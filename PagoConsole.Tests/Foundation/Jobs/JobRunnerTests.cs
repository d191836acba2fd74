using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Foundation.Jobs;

/// <summary>Slots, attempts and catching up; one node.</summary>
public abstract class JobRunnerTests(StorageProvider provider) : StoreTest(provider)
{
    private readonly SampleJob work = new("work", JobSchedule.Every(10));
    private readonly SampleJob seal = new("seal", JobSchedule.DailyAt(new TimeOnly(0, 30)));
    private readonly FakeTimeProvider real = new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));

    private JobRunner Runner => Get<JobRunner>();

    [Fact]
    public async Task A_slot_runs_once_however_often_it_is_asked_for()
    {
        await Runner.RunAsync("work", Ct);
        Time.Advance(TimeSpan.FromMinutes(9));
        await Runner.RunAsync("work", Ct);
        Assert.Single(work.Ran);

        Time.Advance(TimeSpan.FromMinutes(1));
        await Runner.RunAsync("work", Ct);

        Assert.Equal(2, work.Ran.Count);
        var run = (await RunsAsync("work"))[^1];
        Assert.Equal(("done=1", 1), (run.Outcome, run.Attempts));
        Assert.Equal(Time.GetUtcNow(), run.FinishedAt);
    }

    [Fact]
    public async Task Of_missed_slots_the_latest_stands_for_all()
    {
        await Runner.RunAsync("work", Ct);
        Time.Advance(TimeSpan.FromHours(5));

        await Runner.RunDueAsync(Time.GetUtcNow(), Ct);

        Assert.Equal([Time.GetUtcNow().AddHours(-5), Time.GetUtcNow()], work.Ran);
    }

    [Fact]
    public async Task Each_missed_slot_is_caught_up_in_order_where_the_job_wants_it()
    {
        await Runner.RunAsync("seal", Ct);
        Time.Advance(TimeSpan.FromDays(3));

        await Runner.RunDueAsync(Time.GetUtcNow(), Ct);

        var first = new DateTimeOffset(2026, 11, 22, 5, 30, 0, TimeSpan.Zero);
        Assert.Equal([first, first.AddDays(1), first.AddDays(2), first.AddDays(3)], seal.Ran);
    }

    [Fact]
    public async Task A_failed_slot_is_tried_again_after_a_pause_and_holds_up_later_ones()
    {
        seal.Work = (_, _) => throw new InvalidOperationException("no");
        var failed = Assert.Single(await Runner.RunAsync("seal", Ct));
        Assert.IsType<InvalidOperationException>(failed.Failure);
        Assert.Equal("InvalidOperationException: no", Assert.Single(await RunsAsync("seal")).Error);
        seal.Work = (_, _) => Task.CompletedTask;
        Time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await Runner.RunAsync("seal", Ct));
        real.Advance(TimeSpan.FromMinutes(1));
        var results = await Runner.RunAsync("seal", Ct);

        Assert.Equal(2, results.Count);
        Assert.Equal(failed.Slot, results[0].Slot);
        Assert.All(await RunsAsync("seal"), run => Assert.Null(run.Error));
    }

    [Fact]
    public async Task A_slot_that_fails_too_often_is_given_up_and_the_next_one_goes_on()
    {
        seal.Work = (_, _) => throw new InvalidOperationException("no");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Runner.RunAsync("seal", Ct);
            real.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(JobRun.GivenUp, Assert.Single(await RunsAsync("seal")).Outcome);
        seal.Work = (_, _) => Task.CompletedTask;
        Time.Advance(TimeSpan.FromDays(1));

        await Runner.RunAsync("seal", Ct);

        Assert.Equal(6, seal.Ran.Count);
    }

    [Fact]
    public async Task A_newer_slot_takes_the_work_of_a_failed_one()
    {
        work.Work = (_, _) => throw new InvalidOperationException("no");
        await Runner.RunAsync("work", Ct);
        work.Work = (_, _) => Task.CompletedTask;
        Time.Advance(TimeSpan.FromMinutes(10));

        await Runner.RunAsync("work", Ct);

        Assert.Equal([JobRun.Superseded, "done=1"], (await RunsAsync("work")).Select(run => run.Outcome!));
    }

    [Fact]
    public async Task A_run_that_is_stopped_gives_its_slot_back()
    {
        using var stop = new CancellationTokenSource();
        work.Work = async (_, ct) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner.RunAsync("work", stop.Token));
        work.Work = (_, _) => Task.CompletedTask;

        Assert.Single(await Runner.RunAsync("work", Ct));

        Assert.Equal(1, Assert.Single(await RunsAsync("work")).Attempts);
    }

    protected override void Register(IServiceCollection services) => services
        .AddSingleton(new JobPatience { Clock = real }).AddSingleton<IScheduledJob>(work).AddSingleton<IScheduledJob>(seal).AddJobRunner();

    private async Task<IReadOnlyList<JobRun>> RunsAsync(string key)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<JobRun>().AsNoTracking().Where(run => run.JobKey == key).OrderBy(run => run.ScheduledFor).ToListAsync(Ct);
    }
}

public sealed class SqliteJobRunnerTests() : JobRunnerTests(StorageProvider.Sqlite);

public sealed class PostgresJobRunnerTests() : JobRunnerTests(StorageProvider.Postgres);
