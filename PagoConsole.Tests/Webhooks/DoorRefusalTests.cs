using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Webhooks;

/// <summary>What is turned away is counted to the last one, and fills nothing.</summary>
public sealed class DoorRefusalTests() : StoreTest(StorageProvider.Sqlite)
{
    private DoorRefusals Refusals => Get<DoorRefusals>();

    [Fact]
    public async Task A_store_that_cannot_write_loses_no_count_and_no_sample()
    {
        Refuse(30);
        await RunAsync("ALTER TABLE door_counts RENAME TO hidden");
        await Assert.ThrowsAnyAsync<Exception>(() => Refusals.WorkAsync(Ct));
        Refuse(12);
        await RunAsync("ALTER TABLE hidden RENAME TO door_counts");

        await Refusals.WorkAsync(Ct);
        await Refusals.WorkAsync(Ct);

        Assert.Equal((42, 20, 20), await FoundAsync());
    }

    [Fact]
    public async Task A_flood_of_a_day_leaves_a_bounded_trace()
    {
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            Refuse(200);
            if (minute % 60 == 0) await Refusals.WorkAsync(Ct);
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        await Refusals.WorkAsync(Ct);

        var (count, samples, told) = await FoundAsync();
        Assert.Equal(288 * 200, count);
        Assert.InRange(samples, 1, 24 * 100);
        Assert.Equal(samples, told);
    }

    [Fact]
    public async Task What_was_counted_last_is_written_at_the_end()
    {
        Refuse(7);

        await Refusals.StopAsync(Ct);

        Assert.Equal((7, 7, 7), await FoundAsync());
    }

    protected override void Register(IServiceCollection services) =>
        services.AddSingleton<SelfAddress>().AddSingleton<DoorRefusals>();

    private void Refuse(int times)
    {
        for (var i = 0; i < times; i++) Refusals.Add(DeliveryVerdict.BadSignature, "198.51.100.7", "{}", new byte[100_000]);
    }

    private async Task<(int Count, int Samples, int Told)> FoundAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var samples = await db.Set<DoorRefusal>().ToListAsync(Ct);
        Assert.All(samples, sample => Assert.InRange(sample.Body.Length, 0, 2048));
        return (await db.Set<DoorCount>().SumAsync(c => c.Count, Ct), samples.Count, await db.Set<JournalEntry>().CountAsync(e => e.Kind == "webhook.bad_signature", Ct));
    }

    private async Task RunAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }
}
