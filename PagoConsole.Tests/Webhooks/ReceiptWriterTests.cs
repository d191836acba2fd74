using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Webhooks;

public sealed class ReceiptWriterTestsOnPostgres() : ReceiptWriterTests(StorageProvider.Postgres);

public sealed class ReceiptWriterTestsOnSqlite() : ReceiptWriterTests(StorageProvider.Sqlite)
{
    [Fact]
    public async Task More_than_may_wait_are_not_taken_in_and_those_that_wait_are_finished_at_the_end()
    {
        var (taken, free) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var held = Get<Writes>().DoAsync(
            _ =>
            {
                taken.SetResult();
                return free.Task;
            },
            Ct);
        await taken.Task;
        var waiting = Enumerable.Range(0, ReceiptWriter.MostWaiting).Select(n => Writer.StoreAsync(Delivery($"e-{n}"))).ToList();

        // Some of them may have left the queue for the batch that waits for its turn.
        var more = Enumerable.Range(0, 300).Select(n => Writer.StoreAsync(Delivery($"more-{n}"))).ToList();
        Assert.Equal(Stored.NotNow, await more[^1].WaitAsync(TimeSpan.FromSeconds(5), Ct));
        var stopping = Writer.StopAsync(Ct);
        free.SetResult();
        await held;
        await stopping;

        Assert.All(await Task.WhenAll(waiting), stored => Assert.Equal(Stored.New, stored));
        var late = (await Task.WhenAll(more)).Count(stored => stored == Stored.New);
        Assert.Equal(ReceiptWriter.MostWaiting + late, await CountAsync());
        Assert.Equal(Stored.NotNow, await Writer.StoreAsync(Delivery("after")));
    }

    [Fact]
    public async Task A_full_disk_is_not_now_and_heals_by_itself()
    {
        var db = await Get<WriterSeat>().TakeAsync(Ct);
        await db.ExecuteAsync($"PRAGMA max_page_count={await db.ScalarAsync("PRAGMA page_count", [], Ct)}", [], Ct); // as on a full disk
        Assert.Contains(Stored.NotNow, await StoreAsync("full", 40));
        var kept = await CountAsync();

        Assert.All(await StoreAsync("again", 40), stored => Assert.Equal(Stored.New, stored));

        Assert.Equal(kept + 40, await CountAsync());
    }

    private Task<Stored[]> StoreAsync(string name, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(n => Writer.StoreAsync(Delivery($"{name}-{n}"))));
}

/// <summary>Deliveries made durable together.</summary>
public abstract class ReceiptWriterTests(StorageProvider provider) : StoreTest(provider)
{
    private protected ReceiptWriter Writer => Get<ReceiptWriter>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Writer.StartAsync(Ct);
    }

    [Fact]
    public async Task Of_those_that_come_together_each_id_is_taken_once_and_those_without_always()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Writer.StoreAsync(Delivery(n % 3 == 0 ? null : $"e-{n % 20}"))));

        Assert.Equal(20 + Enumerable.Range(0, 60).Where(n => n % 3 != 0).Select(n => n % 20).Distinct().Count(), stored.Count(s => s == Stored.New));
        Assert.Equal(stored.Count(s => s == Stored.New), await CountAsync());
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        Assert.Equal(stored.Count(s => s == Stored.Duplicate), await db.Set<Receipt>().SumAsync(r => r.Duplicates, Ct));
    }

    protected override void Register(IServiceCollection services) => services.AddSingleton<ReceiptWriter>();

    private protected Receipt Delivery(string? id) => new()
    {
        EventId = id,
        Type = "payment.expired",
        PaymentId = "pay",
        ReceivedAt = Time.GetUtcNow(),
        Body = new byte[2000],
        BodyHash = [1],
        Headers = "{}",
        Sender = "127.0.0.1",
        NextAt = Time.GetUtcNow(),
    };

    private protected async Task<int> CountAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<Receipt>().CountAsync(Ct);
    }
}
