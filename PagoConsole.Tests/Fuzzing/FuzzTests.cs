using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Tests.Hosting;

namespace PagoConsole.Tests.Fuzzing;

/// <summary>Hostile requests at every entrance, the same ones in every run; <c>benchmarks -- fuzz</c> sends as many others as one likes.</summary>
public sealed class FuzzTests
{
    private const int Requests = 5_000;

    /// <summary>Other tests run in this process, too; the command tells the memory of a process of its own.</summary>
    private const long MostKept = 128 << 20;

    private const int Seed = 20_261_122;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_anybody_sends_breaks_anything()
    {
        await using var host = await RunningHost.StartAsync(null, "--Marketplace:RateLimitPerSecond=1000000");
        var run = new HostileRun(host.Http.BaseAddress!);
        var requests = new HostileRequests(Seed);

        await run.RunAsync(requests, Requests / 2, Ct);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await run.RunAsync(requests, Requests / 2, Ct);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True(run.Faults.IsEmpty, $"{run.Faults.Count} answers are wrong, such as{Environment.NewLine}{string.Join(Environment.NewLine, run.Faults.Take(5))}");
        Assert.InRange(after - before, long.MinValue, MostKept);
        await OnlyWhatWasTakenIsStoredAsync(host, run);
        foreach (var entrance in (string[])["webhook", "orders", "logins"]) Assert.Contains(run.Taken.Values, taken => taken == entrance);
    }

    private static async Task OnlyWhatWasTakenIsStoredAsync(RunningHost host, HostileRun run)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var events = await db.Set<Receipt>().Where(r => r.EventId != null).Select(r => r.EventId!).ToListAsync(Ct);
        var orders = await db.Set<Order>().Select(o => o.OrderId).ToListAsync(Ct);
        Assert.NotEmpty(events);
        Assert.NotEmpty(orders);

        Assert.DoesNotContain(events, id => IsOurs(id) && !run.Taken.ContainsKey(id));
        Assert.DoesNotContain(orders, id => IsOurs(id) && !run.Taken.ContainsKey(id));
        Assert.All(events.Concat(orders), id => Assert.DoesNotContain('\0', id));
        Assert.Equal(run.Answers.Where(a => a.Key is { Entrance: "orders", Status: 201 }).Sum(a => a.Value), orders.Count);
        Assert.Equal(run.Answers.Where(a => a.Key is { Entrance: "logins", Status: 202 }).Sum(a => a.Value), await db.Set<Login>().CountAsync(Ct));
        Assert.True(await db.Set<DoorRefusal>().CountAsync(Ct) <= 200, "A flood of refused deliveries is sampled.");
    }

    private static bool IsOurs(string id) => id.Split('-') is [_, var seed, _] && seed == $"{Seed}";
}
