using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Admin;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Layout;
using PagoConsole.Tests.Foundation.Jobs;

namespace PagoConsole.Tests.Components;

public sealed class JobsPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SampleJob work = new("work", JobSchedule.Every(10));
    private readonly SampleJob seal = new("seal", JobSchedule.DailyAt(new TimeOnly(0, 30)));
    private readonly Woken woken = new();

    [Fact]
    public async Task Each_job_tells_its_schedule_its_runs_and_its_error()
    {
        await Get<JobRunner>().RunAsync("work", Ct);
        seal.Work = (_, _) => throw new InvalidOperationException("the vault is shut");
        await Get<JobRunner>().RunAsync("seal", Ct);

        var page = Show<JobsPage>(Role.Admin, "/admin/jobs");

        page.WaitForAssertion(() => Assert.Equal(13, page.FindAll("article.job").Count));
        Assert.Contains("Every 10 minutes", Card(page, "work"), StringComparison.Ordinal);
        Assert.Contains("Daily at 00:30 (Lima)", Card(page, "seal"), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: the vault is shut", Card(page, "seal"), StringComparison.Ordinal);
        Assert.Contains("Failed", Card(page, "seal"), StringComparison.Ordinal);
        Assert.Contains("Not run yet", Card(page, "expiry"), StringComparison.Ordinal);
        Assert.Contains("13 jobs, 1 failing", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll("article[aria-labelledby=job-seal] .bar.failed"));
    }

    [Fact]
    public async Task Run_now_and_pause_are_said_in_the_journal_and_shown()
    {
        var page = Show<JobsPage>(Role.Admin, "/admin/jobs");
        page.WaitForAssertion(() => Assert.Equal(13, page.FindAll("article.job").Count));

        page.Press(() => page.Find("button[aria-label='Run now: work']"));
        page.WaitForAssertion(() => Assert.Equal(["work"], woken.Keys), Patience);
        page.WaitForAssertion(() => Assert.True(page.Find("button[aria-label='Run now: work']").HasAttribute("disabled")), Patience);
        page.Press(() => page.Find("button[aria-label='Pause: seal']"));
        page.WaitForAssertion(() => Assert.Contains("Paused by", Card(page, "seal"), StringComparison.Ordinal), Patience);
        page.Press(() => page.Find("button[aria-label='Resume: seal']"));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("button[aria-label='Pause: seal']")), Patience);

        var kinds = await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Kind.StartsWith("job.")).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync(Ct));
        Assert.Equal([JobEvents.Asked, JobEvents.Paused, JobEvents.Resumed], kinds);
    }

    [Fact]
    public async Task It_looks_again_by_itself()
    {
        var page = Show<JobsPage>(Role.Admin, "/admin/jobs");
        page.WaitForAssertion(() => Assert.Contains("Not run yet", Card(page, "work"), StringComparison.Ordinal));

        await Get<JobRunner>().RunAsync("work", Ct);
        Time.Advance(TimeSpan.FromSeconds(6));

        page.WaitForAssertion(() => Assert.Contains("OK", Card(page, "work"), StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Auditor)]
    public void Who_does_not_manage_jobs_sees_none(Role role)
    {
        var page = Show<JobsPage>(role, "/admin/jobs");

        page.WaitForAssertion(() => Assert.Contains("Your role does not include this page", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("article.job"));
    }

    [Theory]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Lead, false)]
    public void The_rail_leads_there_for_admins(Role role, bool shown)
    {
        var rail = Show<Rail>(role, "/admin/jobs");

        rail.WaitForAssertion(() => Assert.NotEmpty(rail.FindAll("a.place")));
        Assert.Equal(shown, rail.FindAll("a.place").Any(link => link.GetAttribute("href") == "/admin/jobs"));
    }

    [Fact]
    public async Task When_the_store_fails_it_says_so()
    {
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("ALTER TABLE job_runs RENAME TO gone", [], Ct), Ct);

        var page = Show<JobsPage>(Role.Admin, "/admin/jobs");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        Assert.Empty(page.FindAll("article.job"));
    }

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddSingleton<IScheduledJob>(work).AddSingleton<IScheduledJob>(seal).AddJobRunner().AddSingleton<IJobTrigger>(woken).AddSchedule();
    }

    private static string Card(IRenderedComponent<PageInFrame<JobsPage>> page, string key) => page.Find($"article[aria-labelledby=job-{key}]").TextContent;

    private sealed class Woken : IJobTrigger
    {
        public List<string> Keys { get; } = [];

        public void Wake(string key) => Keys.Add(key);
    }
}
