using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Storage;

public sealed class SharedTurnTestsOnSqlite() : SharedTurnTests(StorageProvider.Sqlite)
{
    [Fact]
    public async Task More_than_may_wait_are_told_to_come_again_at_once_and_nobody_waits_for_ever()
    {
        var (free, held) = Hold();
        var waiting = Enumerable.Range(0, SharedTurns.MostWaiting).Select(n => AddAsync($"w-{n}")).ToList();
        var (patient, late) = (ShareAsync("patient", patient: true), AddAsync("late"));

        Assert.True(StoreOutage.Is(await Assert.ThrowsAsync<StoreBusyException>(() => late)));
        await Task.Delay(SharedTurns.Patience + TimeSpan.FromMilliseconds(100), Ct);
        free.SetResult();
        await held;

        Assert.True((await patient).Done);
        foreach (var one in waiting) await Assert.ThrowsAsync<StoreBusyException>(() => one);
        Assert.Equal(["patient"], await KeysAsync());
        Assert.True((await AddAsync("afterwards")).Done);
    }

    private (TaskCompletionSource Free, Task Held) Hold()
    {
        var (taken, free) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var held = Get<Writes>().DoAsync(
            _ =>
            {
                taken.SetResult();
                return free.Task;
            },
            Ct);
        taken.Task.Wait(Ct);
        return (free, held);
    }
}

public sealed class SharedTurnTestsOnPostgres() : SharedTurnTests(StorageProvider.Postgres);

/// <summary>Many write at once: each is kept, refused or fails by itself, and what was answered is there.</summary>
public abstract class SharedTurnTests(StorageProvider provider) : StoreTest(provider)
{
    [Fact]
    public async Task Each_is_kept_refused_or_fails_by_itself()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(async n =>
        {
            try
            {
                return (await ShareAsync($"k-{n:D2}", fate: (Fate)(n % 3))).Done ? Fate.Kept : Fate.Refused;
            }
            catch (InvalidOperationException)
            {
                return Fate.Failed;
            }
        }));

        Assert.Equal(Enumerable.Range(0, 90).Select(n => (Fate)(n % 3)), answers);
        Assert.Equal(Enumerable.Range(0, 30).Select(n => $"k-{3 * n:D2}"), await KeysAsync());
    }

    [Fact]
    public async Task What_is_answered_is_there_for_others_to_see()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
        {
            await AddAsync($"k-{n}");
            Assert.Contains($"k-{n}", await KeysAsync());
        }));
    }

    [Fact]
    public async Task One_who_breaks_a_key_spoils_nobody_elses()
    {
        await AddAsync("k");

        var both = (Again: AddAsync("k"), Other: AddAsync("other"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Unwrapped(both.Again));
        Assert.True((await both.Other).Done);
        Assert.Equal(["k", "other"], await KeysAsync());
    }

    [Fact]
    public async Task No_transaction_starts_inside_another() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Get<Writes>().ShareAsync<Unit>(_ => AddAsync("inner"), Ct));

    protected Task<Result<Unit>> AddAsync(string key) => ShareAsync(key);

    private protected Task<Result<Unit>> ShareAsync(string key, bool patient = false, Fate fate = Fate.Kept) => Get<Writes>().ShareAsync<Unit>(
        async tx =>
        {
            tx.Insert(new IdempotencyKey { Key = key, OrderId = "o", ContentHash = [1], UsedAt = tx.Now });
            await tx.Db.ExecuteAsync("INSERT INTO idempotency_keys (key, order_id, content_hash, used_at) VALUES (@p0, 'raw', @p1, 0)", [$"~{key}", new byte[1]], Ct);
            return fate switch
            {
                Fate.Kept => default(Unit),
                Fate.Refused => RefusalCode.NotAllowed,
                Fate.Failed => throw new InvalidOperationException("Its own fault."),
            };
        },
        Ct,
        patient);

    protected async Task<List<string>> KeysAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<IdempotencyKey>().Where(k => k.OrderId == "o").Select(k => k.Key).OrderBy(k => k).ToListAsync(Ct);
    }

    // EF Core wraps what the database says where it saves.
    private static async Task Unwrapped(Task task)
    {
        try
        {
            await task;
        }
        catch (DbUpdateException failure) when (failure.InnerException is { } inner)
        {
            throw inner;
        }
    }

    private protected enum Fate
    {
        Kept,
        Refused,
        Failed,
    }
}
