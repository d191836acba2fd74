using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Overview;

public sealed class CountingTestsOnSqlite() : CountingTests(StorageProvider.Sqlite);

public sealed class CountingTestsOnPostgres() : CountingTests(StorageProvider.Postgres)
{
    [Fact]
    public async Task A_number_given_before_and_committed_after_a_higher_one_is_not_skipped()
    {
        var order = await PlaceAsync(NewOrder());
        await CountAsync();
        var counting = Counting(CountedSource.Journal);
        var (holds, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Get<Writes>().DoAsync(
            async tx =>
            {
                // Takes its number now and commits later.
                await tx.Db.ExecuteAsync(
                    "INSERT INTO journal (at, stream, position, kind, actor, data, prev_hash, hash) VALUES (@p0, 'slow', 1, 'order.paid', 'test', '{}', @p1, @p1)",
                    [tx.Now.ToUnixTimeMilliseconds(), new byte[32]],
                    Ct);
                holds.SetResult();
                await mayEnd.Task;
            },
            Ct);
        await holds.Task;
        await SayAsync(order.OrderId, OrderEvents.Expired);

        await counting.RunAsync(Ct);
        mayEnd.SetResult();
        await slow;
        await CountAsync();

        await AssertCountedAsync();
    }
}

/// <summary>The counts equal what the journal says, however they came about.</summary>
public abstract class CountingTests(StorageProvider provider) : OverviewDesk(provider)
{
    private static readonly string[] Kinds =
    [
        OrderEvents.Paid, OrderEvents.Expired, OrderEvents.Cancelled, OrderEvents.PaidLate, OrderEvents.MissedWebhook, OrderEvents.Disputed, OrderEvents.Shipped,
    ];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 7)]
    [InlineData(4, 64)]
    [InlineData(5, 1000)]
    public async Task Whatever_happened_and_wherever_batches_end_the_counts_are_those_of_the_journal(int seed, int atOnce)
    {
        var dice = new Random(seed);
        var orders = await OrdersAsync();
        for (var step = 0; step < 4; step++)
        {
            await HappenAsync(orders, dice, 25);
            if (dice.Next(2) == 0) await CountAsync(atOnce);
        }

        await CountAsync(atOnce);

        await AssertCountedAsync();
    }

    [Fact]
    public async Task Two_nodes_that_count_while_things_happen_count_each_entry_once()
    {
        var orders = await OrdersAsync();
        await using var other = Build();
        using var done = new CancellationTokenSource();
        var theirs = new CountOnwards(
            other.GetRequiredService<IDbContextFactory<PagoDb>>(), other.GetRequiredService<Writes>(), other.GetRequiredService<Dialect>(), CountedSource.Journal)
        {
            AtOnce = 5,
        };
        var nodes = new[] { Counting(CountedSource.Journal, 4), theirs }.Select(async node =>
        {
            while (!done.IsCancellationRequested)
            {
                await node.RunAsync(Ct);
                await Task.Yield();
            }
        }).ToList();

        await HappenAsync(orders, new Random(7), 80);
        await done.CancelAsync();
        await Task.WhenAll(nodes);
        await CountAsync();

        await AssertCountedAsync();
    }

    [Fact]
    public async Task What_is_forgotten_is_counted_anew_to_the_same()
    {
        await HappenAsync(await OrdersAsync(), new Random(11), 60);
        await CountAsync(9);
        var before = await CountsAsync();

        await Get<ForgetCounts>().RunAsync(Ct);
        Assert.Empty(await CountsAsync());
        await CountAsync(13);

        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task A_look_adds_what_is_not_counted_yet()
    {
        var (orders, start) = (await OrdersAsync(), HourOf(Time.GetUtcNow()));
        await CountAsync();
        await SayAsync(orders[0], OrderEvents.Paid);

        var seen = await ReadAsync(db => HourlyFigures.ReadAsync(db, [OrderEvents.Paid], [start], Ct));
        await CountAsync();
        var counted = await ReadAsync(db => HourlyFigures.ReadAsync(db, [OrderEvents.Paid], [start], Ct));

        Assert.Equal((1, 12_000, "PEN"), Assert.Single(seen) is var one ? (one.Count, one.Minor, one.Currency) : default);
        Assert.Equal((1, 12_000), Assert.Single(counted) is var same ? (same.Count, same.Minor) : default);
        Assert.False(await ReadAsync(db => HourlyFigures.IsBehindAsync(db, Ct)));
    }

    private protected async Task AssertCountedAsync()
    {
        var entries = await ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().OrderBy(e => e.Seq).ToListAsync(Ct));
        var orders = await ReadAsync(db => db.Set<Order>().AsNoTracking().ToDictionaryAsync(o => o.OrderId, Ct));
        var hourly =
            from entry in entries
            let order = entry.OrderId is null ? null : orders.GetValueOrDefault(entry.OrderId)
            group order?.AmountMinor ?? 0 by $"{entry.Kind} {HourOf(entry.At):O} {order?.Currency.Code}" into same
            select $"{same.Key} {same.Count()} {same.Sum()}";
        var vouchers =
            from outcome in entries.GroupBy(e => e.Stream).SelectMany(Vouchers)
            let order = orders[outcome.Made.OrderId!]
            group outcome by $"{Lima.DayOf(outcome.Made.At):O} {BandOf(order)} {outcome.Outcome} {outcome.Minutes}" into same
            select $"{same.Key} {same.Count()}";

        Assert.Equal(hourly.Concat(vouchers).Order(StringComparer.Ordinal), await CountsAsync());
    }

    private async Task<List<string>> CountsAsync()
    {
        var hourly = await ReadAsync(db => db.Set<HourlyCount>().AsNoTracking().ToListAsync(Ct));
        var vouchers = await ReadAsync(db => db.Set<VoucherCount>().AsNoTracking().ToListAsync(Ct));
        return
        [
            .. hourly.Select(c => $"{c.Kind} {c.Hour:O} {c.Currency} {c.Count} {c.Minor}")
                .Concat(vouchers.Select(c => $"{Lima.DayOf(c.Day):O} {c.Band} {c.Outcome} {c.Minutes} {c.Count}")).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Vouchers with a code, and two that wait for a person, to whom it may be given after they ended.</summary>
    private async Task<List<string>> OrdersAsync()
    {
        var orders = new List<string>();
        foreach (var (amount, currency, days) in new[] { (120m, "PEN", 300), (30m, "PEN", 300), (1500m, "PEN", 300), (80m, "USD", 300), (1200m, "PEN", 2), (900m, "PEN", 2) })
            orders.Add((await PlaceAsync(NewOrder(amount, days, currency))).OrderId);
        return orders;
    }

    private async Task HappenAsync(List<string> orders, Random dice, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Time.Advance(TimeSpan.FromMinutes(dice.Next(70)));
            var order = orders[dice.Next(orders.Count)];
            var kind = Kinds[dice.Next(Kinds.Length)];
            var made = await ReadAsync(db => db.Set<JournalEntry>().AnyAsync(e => e.OrderId == order && e.Kind == OrderEvents.PaymentCreated, Ct));
            await SayAsync(order, !made && dice.Next(3) == 0 ? OrderEvents.PaymentCreated : kind);
        }
    }

    private static IEnumerable<(JournalEntry Made, VoucherOutcome Outcome, int Minutes)> Vouchers(IEnumerable<JournalEntry> stream)
    {
        var entries = stream.OrderBy(e => e.Position).Where(e => e.Kind is OrderEvents.PaymentCreated or OrderEvents.Paid or OrderEvents.Expired or OrderEvents.Cancelled).ToList();
        if (entries.FirstOrDefault() is not { Kind: OrderEvents.PaymentCreated } made) yield break;
        yield return (made, VoucherOutcome.Created, 0);
        if (entries.Skip(1).FirstOrDefault() is not { } end) yield break;
        var minutes = (int)Math.Ceiling((end.At - made.At).TotalMinutes);
        yield return end.Kind switch
        {
            OrderEvents.Paid => (made, VoucherOutcome.Paid, VoucherMinutes.Bounds.FirstOrDefault(bound => minutes <= bound, Buckets.More)),
            OrderEvents.Expired => (made, VoucherOutcome.Expired, 0),
            _ => (made, VoucherOutcome.Cancelled, 0),
        };
    }

    private static AmountBand BandOf(Order order) => (order.Currency.Code, order.AmountMinor) switch
    {
        (not "PEN", _) => AmountBand.OtherCurrency,
        (_, <= 5_000) => AmountBand.UpTo50,
        (_, <= 20_000) => AmountBand.UpTo200,
        (_, <= 100_000) => AmountBand.UpTo1000,
        _ => AmountBand.Above1000,
    };

    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
