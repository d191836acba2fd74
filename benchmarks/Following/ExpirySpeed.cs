using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Benchmarks.Following;

/// <summary>
/// So many orders fall due at once: how fast they are worked off (asked about, expired, journalled, told, their cancel written down), what the webhook
/// door answers meanwhile against the door alone, and what memory it takes.
/// </summary>
internal static class ExpirySpeed
{
    private const int DeliveriesPerSecond = 50;
    private const int Before = 400;
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(15);

    private static readonly string[] OrderColumns =
    [
        "order_id", "status", "amount_minor", "currency", "placed_at", "received_at", "updated_at", "account_id", "account_created_at", "content_hash",
        "pay_token", "decision", "voucher_minutes", "polls", "callback_sequence", "version", "due_at", "aml", "imported",
    ];

    public static async Task RunAsync(int orders)
    {
        await using var console = await BenchConsole.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        Fill(console.File, orders, now);
        await console.Get<ReceiptWriter>().StartAsync(CancellationToken.None);
        var door = new DoorKnocks(console.Get<WebhookDoor>(), DeliveriesPerSecond);

        // The first ones warm both ways up.
        using (var warm = new CancellationTokenSource(TimeSpan.FromSeconds(3))) await door.UntilAsync(warm.Token);
        await console.Get<ExpireOrders>().RunAsync(now.AddHours(-1), CancellationToken.None);
        List<double> alone;
        using (var quiet = new CancellationTokenSource(Alone)) alone = await door.UntilAsync(quiet.Token);

        using var process = Process.GetCurrentProcess();
        var (heap, before) = (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
        using var ended = new CancellationTokenSource();
        var knocking = door.UntilAsync(ended.Token);
        var started = Stopwatch.GetTimestamp();
        var expired = await console.Get<ExpireOrders>().RunAsync(now, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        await ended.CancelAsync();
        var meanwhile = await knocking;
        process.Refresh();
        await console.Get<ReceiptWriter>().StopAsync(CancellationToken.None);

        Console.WriteLine($"{expired:N0} of {orders:N0} due orders expired in {took.TotalSeconds:F1} s: {expired / took.TotalSeconds:N0} a second (PagoEfectivo answers after {PendingPago.Takes.TotalMilliseconds:F0} ms)");
        Console.WriteLine($"{"door at " + DeliveriesPerSecond + " a second",-28} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"most ms",8}");
        Tell("alone", alone);
        Tell("while orders expire", meanwhile);
        Console.WriteLine($"p99 is {At(meanwhile, 0.99) / At(alone, 0.99):F1} times that of the door alone");
        Console.WriteLine($"memory: heap {heap >> 20} MB before, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB after; working set {before >> 20} MB before, {process.PeakWorkingSet64 >> 20} MB at most");
        await CheckAsync(console, orders + Before);
    }

    private static async Task CheckAsync(BenchConsole console, int orders)
    {
        await using var db = await console.OpenAsync();
        var (expired, cancels) = (await db.Set<Order>().CountAsync(o => o.Status == OrderStatus.Expired), await db.Set<GatewayCommand>().CountAsync(c => c.Kind == CommandKind.Cancel));
        if (expired != orders || cancels != orders) throw new InvalidOperationException($"{expired} expired and {cancels} cancels of {orders}.");
    }

    private static void Fill(string file, int orders, DateTimeOffset now)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        SqliteRows.Run(connection, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
        using (var transaction = connection.BeginTransaction())
        {
            using var order = SqliteRows.Insert(connection, "orders", OrderColumns);
            using var payment = SqliteRows.Insert(connection, "payments", ["payment_id", "order_id", "cip", "amount_minor", "currency", "expires_at", "created_at", "status"]);
            var placed = now.AddDays(-1).ToUnixTimeMilliseconds();
            for (var i = 0; i < orders + Before; i++)
            {
                var (id, due) = ($"D-{i:D7}", (i < Before ? now.AddHours(-2) : now.AddSeconds(-30)).ToUnixTimeMilliseconds());
                SqliteRows.Set(order, id, "AwaitingPayment", 12000, "PEN", placed, placed, placed, $"u-{i}", placed, new byte[32], $"t-{id}", "null", 1440, 0, 0, 1, due, 0, 0);
                SqliteRows.Set(payment, $"pay_{id}", id, $"{i:D11}", 12000, "PEN", due, placed, "Pending");
            }

            transaction.Commit();
        }

        SqliteRows.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize");
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static void Tell(string what, List<double> sorted) =>
        Console.WriteLine($"{what,-28} {At(sorted, 0.5),8:F1} {At(sorted, 0.95),8:F1} {At(sorted, 0.99),8:F1} {sorted[^1],8:F1}");
}
