using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake.Import;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Reconciling;

/// <summary>A store with many orders paid on one day, and the report of it: every two hundredth order differs, by turns in one of four ways.</summary>
internal static class BigDay
{
    public const string Store = "pago.db", Csv = "report.csv";
    public static readonly DateOnly Day = new(2026, 11, 20);
    private const int AtOnce = 5000, EveryNth = 200;

    /// <summary>The services of the console over the store of a folder.</summary>
    public static ServiceProvider Services(string folder, Action<IServiceCollection>? more = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([
            new("Storage:Provider", "Sqlite"), new("Storage:ConnectionString", $"Data Source={Path.Combine(folder, Store)}"), new("Storage:DataFolder", folder)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddSingleton(TimeProvider.System).AddStorage();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static async Task MakeAsync(string folder, int orders)
    {
        await using var services = Services(folder);
        await services.GetRequiredService<Migrator>().MigrateAsync(default);
        var writes = services.GetRequiredService<Writes>();
        var sales = Enumerable.Range(0, orders).Select(n => new Sale(n, orders)).ToArray();
        new Random(1).Shuffle(sales);
        foreach (var some in sales.Chunk(AtOnce)) await writes.DoAsync(tx => PutAsync(tx, some), default);
        new Random(2).Shuffle(sales);
        await using var csv = new StreamWriter(Path.Combine(folder, Csv));
        await csv.WriteLineAsync(ReportColumns.Header);
        foreach (var sale in sales) await csv.WriteAsync(sale.Lines());
        await services.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContext().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task PutAsync(WriteScope tx, Sale[] some)
    {
        await tx.Dialect.PrepareForManyRowsAsync(tx.Db, default);
        await tx.Dialect.InsertAsync(tx.Db, HistoryRows.Orders, [.. some.Select(sale => HistoryRows.Of(sale.Order()))], default);
        await tx.Dialect.InsertAsync(tx.Db, HistoryRows.Payments, [.. some.Select(sale => HistoryRows.Of(sale.Payment()))], default);
        await tx.Dialect.InsertAsync(tx.Db, HistoryRows.Movements, [.. some.Select(sale => HistoryRows.Of(sale.Money()))], default);
    }

    private sealed record Sale(int N, int Orders)
    {
        private string OrderId => $"MP-{N:D8}";

        private string PaymentId => $"pay_{(uint)(N * 2654435761L):x8}{N:D8}";

        private string Transaction => $"tx_{(uint)(N * 40503L):x8}{N:D8}";

        private long Minor => 1000 + (N * 7919L % 400_000);

        private DateTimeOffset PaidAt => Lima.StartOf(Day).AddMilliseconds(N * (86_400_000L / Orders));

        public Order Order()
        {
            var order = new Order
            {
                OrderId = OrderId,
                AmountMinor = Minor,
                Currency = Currency.Pen,
                PlacedAt = PaidAt.AddHours(-2),
                ReceivedAt = PaidAt.AddHours(-2),
                AccountId = $"u-{N}",
                AccountCreatedAt = PaidAt.AddYears(-1),
                SellerId = $"s-{N % 300}",
                ContentHash = [1],
                PayToken = OrderId,
                Decision = "null",
                VoucherMinutes = 1440,
                Imported = true,
            };
            order.Recall(OrderStatus.Paid, PaidAt, null, null);
            return order;
        }

        public Payment Payment() => new()
        {
            PaymentId = PaymentId,
            OrderId = OrderId,
            Cip = $"{N:D11}",
            AmountMinor = Minor,
            Currency = Currency.Pen,
            ExpiresAt = PaidAt.AddHours(22),
            CreatedAt = PaidAt.AddHours(-2),
            Status = PaymentStatus.Paid,
            PaidAt = PaidAt,
            TransactionId = Transaction,
        };

        public MoneyMovement Money() => new()
        {
            PaymentId = PaymentId,
            TransactionId = Transaction,
            Kind = MovementKind.Payment,
            OrderId = OrderId,
            AmountMinor = Minor,
            Currency = Currency.Pen,
            At = PaidAt,
            SeenAt = PaidAt,
            Source = "import",
        };

        /// <summary>What the report says: nothing, another amount, a stranger's line besides, or the line twice, where it differs.</summary>
        public string Lines() => (N % EveryNth == 0 ? N / EveryNth % 4 : -1) switch
        {
            0 => "",
            1 => Line(PaymentId, OrderId, Minor + 100),
            2 => Line(PaymentId, OrderId, Minor) + Line("pay_none" + N, "MP-NONE-" + N, Minor),
            3 => Line(PaymentId, OrderId, Minor) + Line(PaymentId, OrderId, Minor),
            _ => Line(PaymentId, OrderId, Minor),
        };

        private string Line(string paymentId, string orderId, long minor)
        {
            var (fee, tax) = (minor * 35 / 1000, minor * 63 / 10_000);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{paymentId},{orderId},{N:D11},paid,PEN,{Text(minor)},{Text(fee)},{Text(tax)},{Text(minor - fee - tax)},AGENTE-BCP,{PaidAt.ToOffset(TimeSpan.FromHours(-5)):yyyy-MM-ddTHH:mm:sszzz},2026-11-24,{Transaction},s-{N % 300}\n");
        }

        private static string Text(long minor) => new Money(minor, Currency.Pen).ToWire();
    }
}
