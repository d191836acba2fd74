using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Foundation.Jobs;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Schedule;

public sealed class JobBoardTestsOnSqlite() : JobBoardTests(StorageProvider.Sqlite);

public sealed class JobBoardTestsOnPostgres() : JobBoardTests(StorageProvider.Postgres);

/// <summary>What admins see of jobs and do with them.</summary>
public abstract class JobBoardTests(StorageProvider provider) : StoreTest(provider)
{
    private static readonly Actor Admin = new(ActorKind.Person, "ada", "ada", new HashSet<Permission> { Permission.ManageJobs });
    private static readonly Actor Finance = new(ActorKind.Person, "fin", "fin", new HashSet<Permission> { Permission.SeeMoney });
    private readonly SampleJob work = new("work", JobSchedule.Every(10));
    private readonly SampleJob seal = new("seal", JobSchedule.DailyAt(new TimeOnly(0, 30)));
    private readonly FakeTimeProvider real = new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
    private readonly Woken woken = new();

    private JobRunner Runner => Get<JobRunner>();

    [Fact]
    public async Task It_shows_runs_counts_and_what_is_next()
    {
        work.Work = (_, _) =>
        {
            Time.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        };
        for (var i = 0; i < 3; i++)
        {
            await Runner.RunAsync("work", Ct);
            Time.Advance(TimeSpan.FromMinutes(10));
        }

        var line = await LineAsync("work");

        Assert.Equal(3, line.Runs.Count);
        Assert.Equal(("done", 3L), Assert.Single(line.Counts));
        Assert.Equal(TimeSpan.FromSeconds(2), line.Last?.Duration);
        Assert.Equal(JobSchedule.Every(10).NextAfter(Time.GetUtcNow()), line.NextAt);
        Assert.False(line.Fails);
        Assert.Null((await LineAsync("seal")).Last);
    }

    [Fact]
    public async Task It_shows_who_runs_a_job_since_when_and_that_a_runner_died()
    {
        Assert.NotNull(await Get<JobLeases>().ClaimAsync("work", Time.GetUtcNow(), CatchUp.Latest, Ct));

        var running = (await LineAsync("work")).Running;
        Assert.Equal((Time.GetUtcNow(), JobNode.Name), (running?.StartedAt, running?.Node));
        real.Advance(TimeSpan.FromSeconds(61));

        var line = await LineAsync("work");
        Assert.Null(line.Running);
        Assert.Equal(JobRunState.Lost, Assert.Single(line.Runs).State);
        Assert.True(line.Waits);
    }

    [Fact]
    public async Task A_failure_is_shown_with_its_text_until_a_run_ends_well()
    {
        work.Work = (_, _) => throw new InvalidOperationException("no");
        await Runner.RunAsync("work", Ct);
        var line = await LineAsync("work");
        Assert.True(line.Fails);
        Assert.Equal("InvalidOperationException: no", line.Last?.Run.Error);

        work.Work = (_, _) => Task.CompletedTask;
        Time.Advance(TimeSpan.FromMinutes(10));
        await Runner.RunAsync("work", Ct);

        Assert.Equal((false, 1), ((await LineAsync("work")).Fails, (await LineAsync("work")).Failures));
    }

    [Fact]
    public async Task Asked_for_it_runs_once_more_although_nothing_is_due()
    {
        await Runner.RunAsync("work", Ct);
        Assert.Empty(await Runner.RunAsync("work", Ct));
        Time.Advance(TimeSpan.FromMinutes(3));

        Assert.True((await Get<RunJobNow>().RunAsync("work", Admin, Ct)).Done);
        Assert.Equal(["work"], woken.Keys);
        Assert.True((await LineAsync("work")).Waits);
        Assert.Single(await Runner.RunAsync("work", Ct));
        Assert.Empty(await Runner.RunAsync("work", Ct));

        Assert.True((await LineAsync("work")).Runs[^1].AskedFor);
        Assert.Equal([JobEvents.Asked], await JournalAsync("work"));
        Time.Advance(TimeSpan.FromMinutes(7));
        Assert.Single(await Runner.RunAsync("work", Ct)); // the schedule goes on
    }

    [Fact]
    public async Task What_runs_already_is_not_started_beside_itself()
    {
        Assert.NotNull(await Get<JobLeases>().ClaimAsync("work", Time.GetUtcNow(), CatchUp.Latest, Ct));

        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<RunJobNow>().RunAsync("work", Admin, Ct)).Refusal?.Code);
        Assert.Empty(woken.Keys);
        Assert.Empty(await JournalAsync("work"));
    }

    [Fact]
    public async Task A_job_of_days_gets_no_slot_that_its_calendar_does_not_know()
    {
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await Get<RunJobNow>().RunAsync("seal", Admin, Ct)).Refusal?.Code);
        seal.Work = (_, _) => throw new InvalidOperationException("no");
        await Runner.RunAsync("seal", Ct);
        seal.Work = (_, _) => Task.CompletedTask;
        Assert.Empty(await Runner.RunAsync("seal", Ct)); // it rests a minute after its failure

        Assert.True((await Get<RunJobNow>().RunAsync("seal", Admin, Ct)).Done);

        Assert.Equal(seal.Ran.First(), Assert.Single(await Runner.RunAsync("seal", Ct)).Slot);
    }

    [Fact]
    public async Task A_paused_job_rests_on_every_node_and_catches_up_when_resumed()
    {
        await Runner.RunAsync("work", Ct);
        Assert.True((await Get<PauseJob>().PauseAsync("work", Admin, Ct)).Done);
        Assert.True((await Get<PauseJob>().PauseAsync("work", Admin, Ct)).Done); // twice is once
        Time.Advance(TimeSpan.FromMinutes(30));
        await using var other = Build();

        Assert.Empty(await Runner.RunAsync("work", Ct));
        Assert.Empty(await other.GetRequiredService<JobRunner>().RunAsync("work", Ct));
        Assert.Equal(("person:ada", null), ((await LineAsync("work")).Pause?.By, (await LineAsync("work")).NextAt));
        Time.Advance(TimeSpan.FromSeconds(5));
        await Get<RunJobNow>().RunAsync("work", Admin, Ct);
        Assert.Single(await Runner.RunAsync("work", Ct)); // a person may still run it
        Assert.Empty(await Runner.RunAsync("work", Ct));

        Time.Advance(TimeSpan.FromMinutes(30));
        Assert.True((await Get<PauseJob>().ResumeAsync("work", Admin, Ct)).Done);
        Assert.Single(await Runner.RunAsync("work", Ct));
        Assert.Equal([JobEvents.Paused, JobEvents.Asked, JobEvents.Resumed], await JournalAsync("work"));
    }

    [Fact]
    public async Task Only_who_manages_jobs_sees_and_moves_them()
    {
        Assert.Equal(RefusalCode.NotAllowed, (await Get<JobBoard>().ReadAsync(Finance, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RunJobNow>().RunAsync("work", Finance, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<PauseJob>().PauseAsync("work", Finance, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<PauseJob>().PauseAsync("none", Admin, Ct)).Refusal?.Code);
        Assert.Empty(await JournalAsync("work"));
    }

    protected override void Register(IServiceCollection services) => services
        .AddJournal().AddSingleton(new JobPatience { Clock = real }).AddSingleton<IScheduledJob>(work).AddSingleton<IScheduledJob>(seal)
        .AddJobRunner().AddSingleton<IJobTrigger>(woken).AddSchedule();

    private async Task<JobLine> LineAsync(string key) => (await Get<JobBoard>().ReadAsync(Admin, Ct)).Value.Single(line => line.Key == key);

    private async Task<List<string>> JournalAsync(string key)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<JournalEntry>().Where(e => e.Stream == JobEvents.StreamOf(key)).OrderBy(e => e.Position).Select(e => e.Kind).ToListAsync(Ct);
    }

    private sealed class Woken : IJobTrigger
    {
        public List<string> Keys { get; } = [];

        public void Wake(string key) => Keys.Add(key);
    }
}
