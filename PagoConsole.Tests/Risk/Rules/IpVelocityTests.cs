using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class IpVelocityTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Ip = "190.235.40.1";

    [Fact]
    public async Task The_sixth_from_one_address_in_ten_minutes_fires()
    {
        await UseAsync(Default("ip-velocity"));
        await PlaceManyAsync(4);

        (await JudgeAsync(NewOrder().From(Ip))).Saw(
            Quiet, "5 orders from the address in 10 min", "more than 5 in 10 min", "5", "5", "10");
        var sixth = await JudgeAsync(NewOrder().From(Ip));

        sixth.Saw(Hit, "6 orders from the address in 10 min", "more than 5 in 10 min", "6", "5", "10");
        Assert.Equal((RuleAction.Score, 30), (sixth.Action, sixth.Score));
        Assert.Equal(Hit, await ResultAsync(NewOrder().From(Ip)));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("190.235.40.2")));
    }

    [Fact]
    public async Task The_twenty_first_in_an_hour_is_rejected()
    {
        await UseAsync(Default("ip-velocity", 1));
        await PlaceManyAsync(19, step: TimeSpan.FromMinutes(3));

        var twentieth = await PlaceAsync(NewOrder().From(Ip));
        var next = await PlaceAsync(NewOrder().From(Ip));

        Assert.Equal(("AwaitingPayment", "Rejected"), (twentieth.Status.ToString(), next.Status.ToString()));
    }

    [Fact]
    public async Task An_order_exactly_one_window_ago_is_outside()
    {
        await UseAsync(Small);
        await PlaceAsync(NewOrder().From(Ip).At(Now.AddMinutes(-10)));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().From(Ip)));
    }

    [Fact]
    public async Task One_a_millisecond_later_is_inside()
    {
        await UseAsync(Small);
        await PlaceAsync(NewOrder().From(Ip).At(Now.AddMinutes(-10).AddMilliseconds(1)));

        Assert.Equal(Hit, await ResultAsync(NewOrder().From(Ip)));
    }

    [Fact]
    public async Task Of_IPv6_the_network_of_sixty_four_bits_counts()
    {
        await UseAsync(Small);
        await PlaceAsync(NewOrder().From("2800:200:1:2::1"));

        Assert.Equal(Hit, await ResultAsync(NewOrder().From("2800:200:1:2:ffff:ffff:ffff:ffff")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().From("2800:200:1:3::1")));
    }

    [Fact]
    public async Task An_address_mapped_into_IPv6_is_itself()
    {
        await UseAsync(Small);
        await PlaceAsync(NewOrder().From(Ip));

        Assert.Equal(Hit, await ResultAsync(NewOrder().From($"::ffff:{Ip}")));
    }

    [Fact]
    public async Task Orders_count_whatever_their_fate()
    {
        await UseAsync(Small, Default("payment-limit"));
        await PlaceAsync(NewOrder(9000m).From(Ip));

        Assert.Equal(Hit, await ResultAsync(NewOrder().From(Ip)));
    }

    [Fact]
    public async Task One_that_was_accepted_before_but_placed_a_little_later_counts()
    {
        await UseAsync(Small);
        await PlaceAsync(NewOrder().From(Ip).At(Now));

        Assert.Equal(Hit, await ResultAsync(NewOrder().From(Ip).At(Now.AddMinutes(-5))));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().From(Ip).At(Now.AddMinutes(-5).AddMilliseconds(-1)).From("190.235.40.9")));
    }

    private static RuleEntry Small { get; } = RuleEntry.Of("ip-velocity", RuleAction.Score, new IpVelocitySettings { MoreThan = 1, WindowMinutes = 10 }, 5);

    private async Task PlaceManyAsync(int orders, TimeSpan step = default)
    {
        for (var i = orders; i > 0; i--) await PlaceAsync(NewOrder().From(Ip).At(Now - (i * step)));
    }
}

public sealed class IpVelocityTestsOnSqlite() : IpVelocityTests(StorageProvider.Sqlite);

public sealed class IpVelocityTestsOnPostgres() : IpVelocityTests(StorageProvider.Postgres);
