using PagoConsole.Benchmarks.Load;

namespace PagoConsole.Benchmarks.Intake;

/// <summary>
/// <c>POST /orders</c> over HTTP, from key to durable answer without PagoEfectivo, against a plain EF Core version in the same run: facts, the default
/// rules, order, journal and outbox in one durable transaction. Every server and the generator in a process of its own.
/// </summary>
internal sealed class OrderSpeed(LoadPlan plan, string folder, OwnPostgres? postgres)
{
    // Callbacks go nowhere, and nobody asks for the codes of orders that were approved while this runs.
    private static readonly Dictionary<string, string> Quiet = new()
    {
        ["Demo__Enabled"] = "false",
        ["Marketplace__RateLimitPerSecond"] = "1000000",
        ["Marketplace__CallbackUrl"] = "http://127.0.0.1:9/",
        ["PagoEfectivo__TimeoutSeconds"] = "60",
    };

    public static Task RunAsync(string[] arguments) => LoadRun.RunAsync(arguments, (plan, folder, postgres) => new OrderSpeed(plan, folder, postgres).MeasureAsync());

    private async Task MeasureAsync()
    {
        foreach (var connections in plan.Connections)
        {
            var run = new LoadRun(plan, LoadRequests.Orders, OrdersHost.Path, connections);
            run.Head();
            if (plan.Sqlite)
            {
                Compare("SQLite", await run.MeasureAsync("plain EF, SQLite", () => PlainAsync("Sqlite", $"Data Source={run.File(folder)};Default Timeout=30")),
                    await run.MeasureAsync("the console, SQLite", () => ConsoleAsync("Sqlite", $"Data Source={run.File(folder)}")));
            }

            if (postgres is null) continue;
            Compare("PostgreSQL", await run.MeasureAsync("plain EF, PostgreSQL", async () => await PlainAsync("Postgres", await postgres.DatabaseAsync())),
                await run.MeasureAsync("the console, PostgreSQL", async () => await ConsoleAsync("Postgres", await postgres.DatabaseAsync())));
        }
    }

    private static void Compare(string provider, LoadFigures plain, LoadFigures ours) =>
        Console.WriteLine($"{provider}: {ours.PerSecond / plain.PerSecond:F1} times plain EF (goal 3), p99 {ours.P99:F0} ms against {plain.P99:F0} ms");

    private Task<ServerProcess> PlainAsync(string provider, string store) =>
        ServerProcess.StartAsync(folder, "/ready", new Dictionary<string, string>(), Environment.GetCommandLineArgs()[0], PlainOrders.Child, provider, store);

    private Task<ServerProcess> ConsoleAsync(string provider, string store) => ServerProcess.StartAsync(
        folder,
        "/health/ready",
        new Dictionary<string, string>(Quiet)
        {
            ["Storage__DataFolder"] = Path.Combine(folder, $"{Guid.NewGuid():N}"),
            ["Storage__Provider"] = provider,
            ["Storage__ConnectionString"] = store,
        },
        Environment.GetCommandLineArgs()[0],
        OrdersHost.Child);
}
