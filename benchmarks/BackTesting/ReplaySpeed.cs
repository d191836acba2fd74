using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Benchmarks.Assessing;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Replay;

namespace PagoConsole.Benchmarks.BackTesting;

/// <summary>How fast history replays through the default rules once it is read, and how much memory it takes, by how much of it there is.</summary>
internal static class ReplaySpeed
{
    private const int Page = 5_000;

    public static async Task RunAsync(int orders)
    {
        var rules = new ServiceCollection().AddRisk().BuildServiceProvider().GetRequiredService<RuleBook>().Bind(RuleSet.Default);
        await ReplayAsync(rules, Page * 4, tell: false); // warm-up
        await ReplayAsync(rules, orders, tell: true);
    }

    private static async Task ReplayAsync(BoundRules rules, int orders, bool tell)
    {
        // Twice the time that the rules look back, so that what is old is dropped.
        var length = rules.Plan.LooksBack * 2;
        var history = new ReplayedHistory(rules.Plan.LooksBack, new ReplayedLogins.Builder().Build(_ => null), new ReplayedPeople());
        var random = new Random(7);
        var (read, replay, cpu, flagged) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0);
        using var process = Process.GetCurrentProcess();
        if (tell) Console.WriteLine($"{"replayed",12} {"held",12} {"orders/s",10} {"with parsing",13} {"CPU µs each",12} {"heap MB",8} {"peak MB",8}");
        for (var done = 0; done < orders;)
        {
            var started = Stopwatch.GetTimestamp();
            var page = Enumerable.Range(done, Math.Min(Page, orders - done)).Select(i => OrderOf(random, orders, i, History.End - length + (length * ((double)i / orders)))).ToArray();
            read += Stopwatch.GetElapsedTime(started);
            started = Stopwatch.GetTimestamp();
            process.Refresh();
            var used = process.TotalProcessorTime;
            foreach (var order in page)
            {
                var facts = await rules.Plan.CollectAsync(history, order.Subject, order.Outside, CancellationToken.None);
                if (rules.Decide(facts).Outcome != RiskOutcome.Approve) flagged++;
                history.Add(order);
            }

            replay += Stopwatch.GetElapsedTime(started);
            process.Refresh();
            cpu += process.TotalProcessorTime - used;
            done += page.Length;
            if (tell && (done % (orders / 10) == 0 || done == orders))
                Console.WriteLine(
                    $"{done,12:N0} {history.Held,12:N0} {done / replay.TotalSeconds,10:N0} {done / (read + replay).TotalSeconds,13:N0} {cpu.TotalMicroseconds / done,12:F1} {GC.GetTotalMemory(forceFullCollection: true) >> 20,8} {process.PeakWorkingSet64 >> 20,8}");
        }

        if (tell) Console.WriteLine($"{flagged:N0} flagged");
    }

    private static ReplayedOrder OrderOf(Random random, int orders, int number, DateTimeOffset at)
    {
        var content = Buyers.Order(random, orders, $"H-{number}");
        return new(OrderSubject.Of(content, at, at), new OutsideFacts("PE", null), new OrderFate(at.AddHours(1), null, null, null), null);
    }
}
