using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Storage.Sqlite;

namespace PagoConsole.Benchmarks.Assessing;

/// <summary>What it costs to collect all facts of an order and judge it, by how many orders there are already: it must not grow with them.</summary>
internal static class AssessingCost
{
    private const int Rounds = 3;
    private const int OrdersARound = 2_000;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        var book = new ServiceCollection().AddRisk().BuildServiceProvider().GetRequiredService<RuleBook>();
        var rules = book.Bind(RuleSet.Default);
        var folder = Directory.CreateTempSubdirectory("pago-bench-");
        try
        {
            var stores = new List<(int Size, DbContextOptions Options)>();
            foreach (var size in sizes.Order()) stores.Add((size, await History.MakeAsync(Path.Combine(folder.FullName, $"{size}.db"), size)));
            Console.WriteLine($"{"orders",12} {"p50 µs",10} {"p99 µs",10}   facts of {rules.Plan.Questions.Count} questions, {rules.Set.Rules.Count} rules; median of {Rounds} rounds");
            var rows = new List<(int Size, double P50, double P99)>();
            foreach (var (size, options) in stores) await MeasureAsync(rules, options, size, 500); // warm-up
            foreach (var (size, options) in stores)
            {
                var rounds = new List<(double P50, double P99)>();
                for (var i = 0; i < Rounds; i++) rounds.Add(await MeasureAsync(rules, options, size, OrdersARound));
                rows.Add((size, rounds.Select(r => r.P50).Order().ElementAt(Rounds / 2), rounds.Select(r => r.P99).Order().ElementAt(Rounds / 2)));
                Console.WriteLine($"{size,12:N0} {rows[^1].P50,10:F0} {rows[^1].P99,10:F0}");
            }

            Console.WriteLine($"p50 at {rows[^1].Size:N0} orders is {rows[^1].P50 / rows[0].P50:F2} times p50 at {rows[0].Size:N0} (goal: at most 1.3)");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double P50, double P99)> MeasureAsync(BoundRules rules, DbContextOptions options, int size, int orders)
    {
        var places = new PlaceFinder(Microsoft.Extensions.Options.Options.Create(new PlacesOptions()));
        var random = new Random(size);
        var times = new List<double>(orders);
        await using var db = History.Open(options);
        await db.Database.OpenConnectionAsync();
        SqlitePragmas.Apply(db.Database.GetDbConnection());
        for (var i = 0; i < orders; i++)
        {
            var content = Buyers.Order(random, size, $"NEW-{i}");
            var started = Stopwatch.GetTimestamp();
            var subject = OrderSubject.Of(content, History.End, History.End);
            await using var history = new StoredHistory(db, places);
            var facts = await rules.Plan.CollectAsync(history, subject, OutsideFacts.None, CancellationToken.None);
            _ = rules.Assess(facts);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        times.Sort();
        return (times[orders / 2], times[orders * 99 / 100]);
    }
}
