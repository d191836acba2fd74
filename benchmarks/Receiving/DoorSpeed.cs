using PagoConsole.Benchmarks.Load;

namespace PagoConsole.Benchmarks.Receiving;

/// <summary>
/// The whole console's webhook door over HTTP on loopback, against doors written by hand, in one run: 400-byte signed deliveries with random ids.
/// Every server and the generator in a process of its own.
/// </summary>
internal sealed class DoorSpeed(LoadPlan plan, string folder, OwnPostgres? postgres)
{
    private const string Path = "/webhook/pagoefectivo";

    public static Task RunAsync(string[] arguments) => LoadRun.RunAsync(arguments, (plan, folder, postgres) => new DoorSpeed(plan, folder, postgres).MeasureAsync());

    private async Task MeasureAsync()
    {
        foreach (var connections in plan.Connections)
        {
            var run = new LoadRun(plan, LoadRequests.Deliveries, Path, connections);
            run.Head();
            var hmac = await run.MeasureAsync("signature checked, nothing stored", () => BaselineAsync(Baselines.Hmac, ""));
            if (plan.Sqlite)
            {
                var ef = await run.MeasureAsync("EF per request, SQLite", () => BaselineAsync(Baselines.Ef, run.File(folder)));
                var ours = await run.MeasureAsync("the door, SQLite", () => ConsoleAsync(new() { ["Storage__ConnectionString"] = $"Data Source={run.File(folder)}" }));
                Console.WriteLine(
                    $"SQLite: {ours.PerSecond / ef.PerSecond:F1} times EF per request (goal 8), p99 {ours.P99 / ef.P99:F3} of its p99 (goal 0.1), "
                    + $"{ours.PerSecond / hmac.PerSecond:F2} of nothing stored (goal 0.2)");
            }

            if (postgres is null) continue;
            var insert = await run.MeasureAsync("INSERT per request, PostgreSQL", async () => await BaselineAsync(Baselines.Insert, await postgres.DatabaseAsync()));
            var theirs = await run.MeasureAsync("EF per request, PostgreSQL", async () => await BaselineAsync(Baselines.Ef, await postgres.DatabaseAsync()));
            var batched = await run.MeasureAsync("the door, PostgreSQL", async () => await ConsoleAsync(new()
            {
                ["Storage__Provider"] = "Postgres",
                ["Storage__ConnectionString"] = await postgres.DatabaseAsync(),
            }));
            Console.WriteLine($"PostgreSQL: {batched.PerSecond / insert.PerSecond:F1} times INSERT per request (goal 3 at 256), {batched.PerSecond / theirs.PerSecond:F1} times EF per request");
        }
    }

    private Task<ServerProcess> BaselineAsync(string way, string store) =>
        ServerProcess.StartAsync(folder, "/ready", new Dictionary<string, string>(), Environment.GetCommandLineArgs()[0], Baselines.Child, way, store);

    private Task<ServerProcess> ConsoleAsync(Dictionary<string, string> storage) => ServerProcess.StartAsync(
        folder,
        "/health/ready",
        new Dictionary<string, string>(storage) { ["Storage__DataFolder"] = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}"), ["Demo__Enabled"] = "false" },
        BuiltConsole.Path);
}
