using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk;

/// <summary>Assessing is atomic with accepting: orders that arrive together cannot slip under a limit together.</summary>
public abstract class LimitRaceTests(StorageProvider provider) : RiskPath(provider)
{
    private const int Arriving = 60;
    private const int Limit = 20;

    [Fact]
    public async Task Of_sixty_orders_of_one_account_exactly_the_limit_is_approved()
    {
        await UseAsync(Daily(new DailyOrderLimitSettings { MoreThan = Limit }));

        await ArriveAsync(_ => NewOrder().Of("u"));
    }

    [Fact]
    public async Task Also_when_they_were_placed_in_another_order_than_they_arrive()
    {
        await UseAsync(Daily(new DailyOrderLimitSettings { MoreThan = Limit }));

        await ArriveAsync(n => NewOrder().Of("u").At(Now.AddSeconds(-((n * 37) % 240))));
    }

    [Fact]
    public async Task Of_sixty_orders_of_one_address_exactly_the_limit_is_approved()
    {
        await UseAsync(RuleEntry.Of("ip-velocity", RuleAction.Reject, new IpVelocitySettings { MoreThan = Limit, WindowMinutes = 10 }));

        await ArriveAsync(n => NewOrder().From("190.235.70.1").At(Now.AddSeconds(-((n * 37) % 240))));
    }

    [Fact]
    public async Task Of_sixty_orders_of_everybody_exactly_the_limit_is_approved()
    {
        await UseAsync(Daily(new DailyOrderLimitSettings { MarketplaceMoreThan = Limit }));

        await ArriveAsync(_ => NewOrder());
    }

    private static RuleEntry Daily(DailyOrderLimitSettings settings) => RuleEntry.Of("daily-order-limit", RuleAction.Review, settings);

    private async Task ArriveAsync(Func<int, OrderContent> order)
    {
        var orders = Enumerable.Range(0, Arriving).Select(order).ToList();

        var placed = await Task.WhenAll(orders.Select(content => Task.Run(() => PlaceAsync(content), Ct)));

        Assert.Equal(Limit, placed.Count(document => document.Status == OrderStatus.AwaitingPayment));
    }
}

public sealed class LimitRaceTestsOnSqlite() : LimitRaceTests(StorageProvider.Sqlite);

public sealed class LimitRaceTestsOnPostgres() : LimitRaceTests(StorageProvider.Postgres);
