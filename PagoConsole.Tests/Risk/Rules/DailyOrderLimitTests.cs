using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class DailyOrderLimitTests(StorageProvider provider) : RiskPath(provider)
{
    /// <summary>Midnight in Lima, 05:00 UTC.</summary>
    private static DateTimeOffset Midnight { get; } = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_eleventh_of_an_account_in_a_day_fires()
    {
        await UseAsync(Default("daily-order-limit"));
        for (var i = 0; i < 9; i++) await PlaceAsync(NewOrder().Of("u"));

        (await JudgeAsync(NewOrder().Of("u"))).Saw(Quiet, "10 orders of the account today", "more than 10", "10", "10");
        var eleventh = await JudgeAsync(NewOrder().Of("u"));

        eleventh.Saw(Hit, "11 orders of the account today", "more than 10", "11", "10");
        Assert.Equal(RuleAction.Review, eleventh.Action);
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("v")));
    }

    [Fact]
    public async Task The_day_begins_at_midnight_in_Lima()
    {
        Assert.Equal(Midnight, Lima.StartOf(new DateOnly(2026, 11, 22)));
        await UseAsync(Limit(1));
        await PlaceAsync(NewOrder().Of("before").At(Midnight.AddMilliseconds(-1)));
        await PlaceAsync(NewOrder().Of("at").At(Midnight));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("before")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("at")));
    }

    [Fact]
    public async Task Orders_around_midnight_count_with_their_own_day()
    {
        await UseAsync(Limit(1));
        await PlaceAsync(NewOrder().Of("u").At(Midnight));
        await PlaceAsync(NewOrder().Of("u").At(Midnight.AddSeconds(1)));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u").At(Midnight.AddMilliseconds(-1))));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u").At(Midnight.AddMilliseconds(-1))));
    }

    [Fact]
    public async Task The_whole_marketplace_is_not_counted_unless_it_is_set()
    {
        await UseAsync(Limit(400));
        for (var i = 0; i < 3; i++) Assert.Equal(Quiet, await ResultAsync(NewOrder()));
    }

    [Fact]
    public async Task Set_it_counts_everybody_in_the_day()
    {
        await UseAsync(Limit(10, everybody: 2));
        await PlaceAsync(NewOrder().At(Midnight.AddMilliseconds(-1)));
        await PlaceAsync(NewOrder().At(Midnight));

        (await JudgeAsync(NewOrder())).Saw(Quiet, "1 orders of the account today", "more than 10", "1", "10");
        (await JudgeAsync(NewOrder())).Saw(Hit, "3 orders of the marketplace today", "more than 2", "3", "2");
    }

    private static RuleEntry Limit(int moreThan, int? everybody = null) => RuleEntry.Of(
        "daily-order-limit", RuleAction.Review, new DailyOrderLimitSettings { MoreThan = moreThan, MarketplaceMoreThan = everybody });
}

public sealed class DailyOrderLimitTestsOnSqlite() : DailyOrderLimitTests(StorageProvider.Sqlite);

public sealed class DailyOrderLimitTestsOnPostgres() : DailyOrderLimitTests(StorageProvider.Postgres);
