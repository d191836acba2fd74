using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Following;

/// <summary>What a look at the first page costs with so many orders, against the same figures of today and four earlier days counted live with LINQ.</summary>
internal static class OverviewSpeed
{
    private const int Looks = 60;
    private const int LiveLooks = 5;
    private static readonly Actor Viewer = new(ActorKind.Person, "a", "a", Enum.GetValues<Permission>().ToHashSet());

    public static async Task RunAsync(int orders)
    {
        await using var console = await BenchConsole.StartAsync();
        var started = Stopwatch.GetTimestamp();
        TradeOfMonths.Fill(console.File, orders, TimeProvider.System.GetUtcNow());
        Console.WriteLine($"{orders:N0} orders, {orders * 4L:N0} journal entries, made in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        started = Stopwatch.GetTimestamp();
        await CountAsync(console);
        Console.WriteLine($"counted once in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");

        await PageAsync(console);
        await LiveAsync(console);
        var figures = await TimeAsync(Looks, () => FiguresAsync(console));
        var page = await TimeAsync(Looks, () => PageAsync(console));
        var live = await TimeAsync(LiveLooks, () => LiveAsync(console));
        Console.WriteLine($"{"",-44} {"p50 ms",9} {"p95 ms",9}");
        Tell("figures of today, from counts", figures);
        Tell("all of the page: figures, needs, gateway", page);
        Tell("the same figures, counted live with LINQ", live);
        Console.WriteLine($"counting live takes {Middle(live) / Middle(figures):F0} times as long as the figures, {Middle(live) / Middle(page):F0} times as long as all of the page");
    }

    private static async Task CountAsync(BenchConsole console)
    {
        foreach (var source in CountedSource.All)
        {
            var counting = new CountOnwards(console.Get<IDbContextFactory<PagoDb>>(), console.Get<Writes>(), console.Get<Dialect>(), source);
            while (await counting.RunAsync(CancellationToken.None))
            {
            }
        }
    }

    private static async Task FiguresAsync(BenchConsole console) => _ = (await console.Get<TodayBoard>().ReadAsync(Viewer, CancellationToken.None)).Value;

    private static async Task PageAsync(BenchConsole console)
    {
        await FiguresAsync(console);
        _ = (await console.Get<NeedList>().ReadAsync(Viewer, CancellationToken.None)).Value;
        _ = (await console.Get<GatewayBoard>().ReadAsync(Viewer, CancellationToken.None)).Value;
    }

    /// <summary>As one would write it without counts: each figure of each day asked of the orders.</summary>
    private static async Task LiveAsync(BenchConsole console)
    {
        var today = Lima.DayOf(TimeProvider.System.GetUtcNow());
        await using var db = await console.OpenAsync();
        var orders = db.Set<Order>().AsNoTracking();
        foreach (var day in Usual.DaysBefore(today).Prepend(today))
        {
            var (from, to) = (Lima.StartOf(day), Lima.StartOf(day.AddDays(1)));
            _ = await orders.CountAsync(o => o.PlacedAt >= from && o.PlacedAt < to);
            _ = await orders.Where(o => o.FirstPaidAt >= from && o.FirstPaidAt < to).GroupBy(o => o.Currency)
                .Select(group => new { group.Key, Count = group.Count(), Minor = group.Sum(o => o.AmountMinor) }).ToListAsync();
            _ = await orders.CountAsync(o => o.FirstExpiredAt >= from && o.FirstExpiredAt < to);
        }
    }

    private static async Task<List<double>> TimeAsync(int looks, Func<Task> look)
    {
        var times = new List<double>(looks);
        for (var i = 0; i < looks; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await look();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static double Middle(List<double> sorted) => sorted[sorted.Count / 2];

    private static void Tell(string what, List<double> sorted) => Console.WriteLine($"{what,-44} {Middle(sorted),9:F1} {sorted[sorted.Count * 95 / 100],9:F1}");
}
