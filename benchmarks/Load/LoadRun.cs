using System.Globalization;

namespace PagoConsole.Benchmarks.Load;

/// <summary>Measures servers one after the other under the same load, each on a new store in every round.</summary>
internal sealed class LoadRun(LoadPlan plan, string requests, string path, int connections)
{
    /// <summary>Runs a benchmark with a folder and, if wished for, a PostgreSQL of its own.</summary>
    public static async Task RunAsync(string[] arguments, Func<LoadPlan, string, OwnPostgres?, Task> measure)
    {
        var plan = LoadPlan.Of(arguments);
        var folder = Directory.CreateTempSubdirectory("pago-load-").FullName;
        var postgres = plan.Postgres ? await OwnPostgres.StartAsync() : null;
        try
        {
            if (plan.Postgres && postgres is null) Console.WriteLine("PostgreSQL is not installed: SQLite only.");
            Console.WriteLine($"{plan.WarmUp} s of warm-up, {plan.Seconds} s each, medians of {plan.Rounds} round(s)");
            await measure(plan, folder, postgres);
        }
        finally
        {
            if (postgres is not null) await postgres.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Head()
    {
        Console.WriteLine();
        Console.WriteLine($"{connections + " connections",-34} {"a second",9} {"p50 ms",8} {"p99 ms",8} {"worst ms",9} {"CPU µs each",12} {"flat",6} {"MB",6}");
    }

    public string File(string folder) => Path.Combine(folder, $"{Guid.NewGuid():N}.db");

    public async Task<LoadFigures> MeasureAsync(string what, Func<Task<ServerProcess>> start)
    {
        var rounds = new List<(LoadFigures Figures, double Cpu, long Memory)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await using var server = await start();
            var url = new Uri(server.Address, path);
            await LoadCommand.StartAsync(requests, url, connections, 0, plan.WarmUp);
            var before = server.Cpu;
            var figures = await LoadCommand.StartAsync(requests, url, connections, 0, plan.Seconds);
            if (figures.Others.Count > 0) Console.WriteLine($"  {what}: other answers {string.Join(", ", figures.Others.Select(o => $"{o.Value} × {o.Key}"))}");
            rounds.Add((figures, (server.Cpu - before) * 1e6 / Math.Max(1, figures.Requests), server.WorkingSet >> 20));
        }

        var (median, cpu, memory) = rounds.OrderBy(r => r.Figures.PerSecond).ElementAt(rounds.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-34} {median.PerSecond,9:N0} {median.P50,8:F1} {median.P99,8:F1} {median.Slowest,9:F0} {cpu,12:F0} {median.Flatness,6:F2} {memory,6}"));
        return median;
    }
}
