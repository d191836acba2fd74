using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Storage;

public sealed class RehearsalTestsOnSqlite() : RehearsalTests(StorageProvider.Sqlite);

public sealed class RehearsalTestsOnPostgres() : RehearsalTests(StorageProvider.Postgres);

/// <summary>A unit of work that is tried and taken back.</summary>
public abstract class RehearsalTests(StorageProvider provider) : StoreTest(provider)
{
    private static readonly Actor By = Actor.Job("test");

    [Fact]
    public async Task It_gives_what_the_body_found_and_leaves_nothing()
    {
        var found = await Get<Writes>().RehearseAsync<int>(
            async tx =>
            {
                tx.Journal("test/1", "test.done", By);
                await tx.AlarmAsync(AlarmKind.MoneyCase, "1", By, Ct);
                tx.Ring("nobody");
                return await tx.Db.Set<Alarm>().CountAsync(Ct);
            },
            Ct);

        Assert.Equal(1, found.Value);
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        Assert.Equal((0, 0, 0), (await db.Set<Alarm>().CountAsync(Ct), await db.Set<JournalEntry>().CountAsync(Ct), await db.Set<JournalStream>().CountAsync(Ct)));
        await Assert.ThrowsAsync<TimeoutException>(() => WaitForBellAsync("nobody"));
    }

    [Fact]
    public async Task It_fails_where_the_real_one_would_fail_on_saving()
    {
        var writes = Get<Writes>();
        Task<Result<Unit>> AddAsync(WriteScope tx)
        {
            tx.Db.Add(new JournalStream { Stream = "twice", Position = 1, HeadHash = [1] });
            return Task.FromResult<Result<Unit>>(default(Unit));
        }

        await writes.RunAsync<Unit>(AddAsync, Ct);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => writes.RehearseAsync<Unit>(AddAsync, Ct));
    }

    protected override void Register(IServiceCollection services) => services.AddJournal().AddAlarms();

    private async Task WaitForBellAsync(string bell)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        try
        {
            await Get<Bells>().WaitAsync(bell, TimeSpan.FromMinutes(1), soon.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException();
        }
    }
}
