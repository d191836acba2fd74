using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Storage.Sqlite;

namespace PagoConsole.Benchmarks.Reviewing;

/// <summary>What a look at the queue costs with many open cases: the first, one after which nothing changed, one after a change, and twenty at once.</summary>
internal static class QueueSpeed
{
    private const int Rounds = 40;
    private const int Viewers = 20;
    private static readonly Actor Viewer = new(ActorKind.Person, "a", "a", new HashSet<Permission> { Permission.SeeReviews });

    public static async Task RunAsync(int open)
    {
        var folder = Directory.CreateTempSubdirectory("pago-bench-");
        try
        {
            var contexts = new Contexts(new DbContextOptionsBuilder<SqlitePagoDb>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "queue.db")}").Options);
            await FillAsync(contexts, open);
            using var warm = new OpenCases(contexts);
            await TimeAsync(new(contexts, warm, TimeProvider.System), 5, () => Task.CompletedTask);
            Console.WriteLine($"{open:N0} open cases, {open:N0} closed ones");
            Console.WriteLine($"{"look",-28} {"p50 ms",8} {"p95 ms",8} {"CPU ms",8}");
            await TellAsync("everything read", () => ColdAsync(contexts));
            using var cases = new OpenCases(contexts);
            var queue = new Core.Review.Queue.ReviewQueue(contexts, cases, TimeProvider.System);
            await TimeAsync(queue, 2, () => Task.CompletedTask);
            await TellAsync("nothing changed", () => TimeAsync(queue, Rounds, () => Task.CompletedTask));
            await TellAsync("20 cases changed", () => TimeAsync(queue, Rounds, () => TouchAsync(contexts)));
            await TellAsync($"{Viewers} viewers at once, each", () => ManyAsync(queue, contexts));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> ColdAsync(Contexts contexts)
    {
        var times = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            using var cases = new OpenCases(contexts);
            times.AddRange(await TimeAsync(new(contexts, cases, TimeProvider.System), 1, () => Task.CompletedTask));
        }

        return times;
    }

    private static async Task<List<double>> TimeAsync(Core.Review.Queue.ReviewQueue queue, int rounds, Func<Task> before)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            await before();
            times.Add(await LookAsync(queue));
        }

        return times;
    }

    private static async Task<List<double>> ManyAsync(Core.Review.Queue.ReviewQueue queue, Contexts contexts)
    {
        var times = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            await TouchAsync(contexts);
            times.AddRange(await Task.WhenAll(Enumerable.Range(0, Viewers).Select(_ => Task.Run(() => LookAsync(queue)))));
        }

        return times;
    }

    private static async Task<double> LookAsync(Core.Review.Queue.ReviewQueue queue)
    {
        var started = Stopwatch.GetTimestamp();
        _ = (await queue.ReadAsync(QueueFilter.All, QueueOrder.Urgency, Viewer, CancellationToken.None)).Value;
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task TellAsync(string what, Func<Task<List<double>>> measure)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var times = await measure();
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / times.Count;
        times.Sort();
        Console.WriteLine($"{what,-28} {times[times.Count / 2],8:F1} {times[times.Count * 95 / 100],8:F1} {cpu,8:F1}");
    }

    private static async Task TouchAsync(Contexts contexts)
    {
        await using var db = contexts.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("UPDATE review_cases SET version = version + 1 WHERE order_id IN (SELECT order_id FROM review_cases WHERE state = 'Open' ORDER BY random() LIMIT 20)");
    }

    private static async Task FillAsync(Contexts contexts, int open)
    {
        var random = new Random(7);
        await using var db = contexts.CreateDbContext();
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        SqlitePragmas.Apply(db.Database.GetDbConnection());
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using (var off = connection.CreateCommand())
        {
            off.CommandText = "PRAGMA foreign_keys = OFF";
            await off.ExecuteNonQueryAsync();
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        for (var i = 0; i < open * 2; i++)
        {
            var soles = random.Next(800, 6000);
            var at = TimeProvider.System.GetUtcNow().AddMinutes(-random.Next(1, 700));
            var stake = new CaseStake($"MP-{i:D7}", $"u-{i}", at.AddDays(-1), $"s-{i % 40}", Money.Of(soles, Currency.Pen), soles, random.Next(100), i % 50 == 0, i % 4, ["new-account-high-value", "ip-velocity"]);
            var held = ReviewCase.Open(stake, soles > 3000, at, TimeSpan.FromHours(12));
            if (i % 2 == 1) held.Close();
            db.Add(held);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private sealed class Contexts(DbContextOptions<SqlitePagoDb> options) : IDbContextFactory<PagoDb>
    {
        public PagoDb CreateDbContext() => new SqlitePagoDb(options);
    }
}
