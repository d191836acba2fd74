using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

/// <summary><c>ip-many-accounts</c> and <c>device-many-accounts</c>.</summary>
public abstract class ManyAccountsTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Ip = "190.235.41.1";
    private const string Device = "fp-shared";

    [Fact]
    public async Task The_third_account_on_an_address_in_a_day_fires()
    {
        await UseAsync(Default("ip-many-accounts"));
        await PlaceAsync(NewOrder().From(Ip).Of("a"));
        await PlaceAsync(NewOrder().From(Ip).Of("a"));

        (await JudgeAsync(NewOrder().From(Ip).Of("b"))).Saw(
            Quiet, "2 accounts on the address in 24 h", "from 3 in 24 h", "2", "3", "1440");
        var third = await JudgeAsync(NewOrder().From(Ip).Of("c"));

        third.Saw(Hit, "3 accounts on the address in 24 h", "from 3 in 24 h", "3", "3", "1440");
        Assert.Equal((RuleAction.Score, 30), (third.Action, third.Score));
        Assert.Equal(Hit, await ResultAsync(NewOrder().From(Ip).Of("a")));
    }

    [Fact]
    public async Task On_an_address_the_window_is_open_at_its_far_end()
    {
        await UseAsync(RuleEntry.Of("ip-many-accounts", RuleAction.Score, new IpManyAccountsSettings { Accounts = 2, WindowHours = 5 }, 30));
        await PlaceAsync(NewOrder().From(Ip).Of("a").At(Now.AddHours(-5)));
        await PlaceAsync(NewOrder().From("190.235.41.2").Of("a").At(Now.AddHours(-5).AddMilliseconds(1)));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().From(Ip).Of("b")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().From("190.235.41.2").Of("b")));
    }

    [Fact]
    public async Task The_third_account_on_a_device_in_a_week_asks_a_person()
    {
        await UseAsync(Default("device-many-accounts"));
        await PlaceAsync(NewOrder().On(Device).Of("a").At(Now.AddDays(-6)));

        (await JudgeAsync(NewOrder().On(Device).Of("b"))).Saw(
            Quiet, "2 accounts on the device in 7 d", "from 3 in 7 d", "2", "3", "10080");
        var third = await JudgeAsync(NewOrder().On(Device).Of("c"));

        third.Saw(Hit, "3 accounts on the device in 7 d", "from 3 in 7 d", "3", "3", "10080");
        Assert.Equal(RuleAction.Review, third.Action);
    }

    [Fact]
    public async Task On_a_device_the_window_is_open_at_its_far_end()
    {
        await UseAsync(RuleEntry.Of("device-many-accounts", RuleAction.Review, new DeviceManyAccountsSettings { Accounts = 2, WindowDays = 1 }));
        await PlaceAsync(NewOrder().On("fp-1").Of("a").At(Now.AddDays(-1)));
        await PlaceAsync(NewOrder().On("fp-2").Of("a").At(Now.AddDays(-1).AddMilliseconds(1)));

        Assert.Equal(Quiet, await ResultAsync(NewOrder().On("fp-1").Of("b")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().On("fp-2").Of("b")));
    }

    [Fact]
    public async Task Logins_on_the_device_count_but_not_failed_ones()
    {
        await UseAsync(Default("device-many-accounts"));
        await LoginAsync("a", Now.AddDays(-1), device: Device);
        await LoginAsync("b", Now.AddDays(-1), device: Device, success: false);
        await LoginAsync("d", Now.AddDays(-7), device: Device);

        Assert.Equal("2", (await JudgeAsync(NewOrder().On(Device).Of("c"))).Args[0]);
        await LoginAsync("b", Now.AddMinutes(-1), device: Device);
        Assert.Equal(Hit, await ResultAsync(NewOrder().On(Device).Of("c")));
    }

    [Fact]
    public async Task Without_a_device_there_is_nothing_to_look_at()
    {
        await UseAsync(Default("device-many-accounts"));
        for (var i = 0; i < 3; i++) Assert.Equal(NoInput, await ResultAsync(NewOrder()));
        Assert.Equal(NoInput, await ResultAsync(NewOrder().On("")));
    }
}

public sealed class ManyAccountsTestsOnSqlite() : ManyAccountsTests(StorageProvider.Sqlite);

public sealed class ManyAccountsTestsOnPostgres() : ManyAccountsTests(StorageProvider.Postgres);
