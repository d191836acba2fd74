using System.Diagnostics;
using PagoConsole.Benchmarks.Load;
using PagoConsole.Tests.Fuzzing;

namespace PagoConsole.Benchmarks.Fuzzing;

/// <summary>Hostile requests against the built console in a process of its own, as many and by whatever seed one likes.</summary>
internal static class FuzzCommand
{
    private const int Step = 10_000;

    /// <returns>0 when every answer was one and memory stayed flat, else 1.</returns>
    public static async Task<int> RunAsync(int count, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("pago-fuzz-").FullName;
        await using var server = await ServerProcess.StartAsync(
            folder,
            "/health/ready",
            new Dictionary<string, string> { ["Storage__DataFolder"] = folder, ["Demo__Enabled"] = "false", ["Marketplace__RateLimitPerSecond"] = "1000000" },
            BuiltConsole.Path);
        var (run, requests, memory, took) = (new HostileRun(server.Address), new HostileRequests(seed), new List<long>(), Stopwatch.StartNew());
        for (var sent = 0; sent < count; sent += Step)
        {
            await run.RunAsync(requests, Math.Min(Step, count - sent), CancellationToken.None);
            memory.Add(server.WorkingSet >> 20);
            Console.WriteLine($"{Math.Min(sent + Step, count),9:N0} requests, {took.Elapsed.TotalSeconds,6:F0} s, {memory[^1],5} MB, {run.Faults.Count} faults");
        }

        foreach (var entrance in run.Answers.GroupBy(answer => answer.Key.Entrance).OrderBy(entrance => entrance.Key, StringComparer.Ordinal))
            Console.WriteLine($"{entrance.Key,-16} {string.Join("  ", entrance.OrderBy(a => a.Key.Status).Select(a => $"{a.Key.Status}: {a.Value:N0}"))}");
        foreach (var fault in run.Faults.Take(20)) Console.WriteLine($"FAULT {fault}");
        return run.Faults.IsEmpty ? 0 : 1;
    }
}
