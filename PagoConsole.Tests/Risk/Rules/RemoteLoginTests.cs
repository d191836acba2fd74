using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class RemoteLoginTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Peru = "190.235.12.7";
    private const string Usa = "8.8.8.8";

    [Fact]
    public async Task Without_logins_there_is_nothing_suspicious()
    {
        await UseAsync(Default("remote-login"));

        (await JudgeAsync(NewOrder())).Saw(Quiet, "no suspicious login", "within 24 h", "", "24");
    }

    [Fact]
    public async Task A_first_login_is_the_accounts_own()
    {
        await UseAsync(Default("remote-login"));
        await LoginAsync("u", Now.AddHours(-1), Usa, "fp-1");

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("u")));
    }

    [Fact]
    public async Task From_a_country_that_is_new_to_the_account_it_asks_a_person()
    {
        await UseAsync(Default("remote-login"));
        await LoginAsync("u", Now.AddDays(-20));
        await LoginAsync("u", Now.AddHours(-1), Usa);
        await LoginAsync("v", Now.AddDays(-20));
        await LoginAsync("v", Now.AddHours(-1), Usa, success: false);

        var found = await JudgeAsync(NewOrder().Of("u"));

        found.Saw(Hit, "NewCountry", "within 24 h", "NewCountry", "24");
        Assert.Equal(RuleAction.Review, found.Action);
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("v")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("w")));
    }

    [Fact]
    public async Task On_a_device_that_is_new_to_the_account_too()
    {
        await UseAsync(Default("remote-login"));
        await LoginAsync("u", Now.AddDays(-20), device: "fp-1");
        await LoginAsync("u", Now.AddHours(-1), device: "fp-2");

        Assert.Equal("NewDevice", (await JudgeAsync(NewOrder().Of("u"))).Observed);
    }

    [Fact]
    public async Task Faster_than_one_can_travel_too()
    {
        await UseAsync(Default("remote-login"));
        await LoginAsync("u", Now.AddDays(-20), Usa);
        await LoginAsync("u", Now.AddHours(-3), Usa);
        await LoginAsync("u", Now.AddDays(-19), Peru);
        await LoginAsync("u", Now.AddHours(-2), Peru);

        Assert.Equal("ImpossibleTravel", (await JudgeAsync(NewOrder().Of("u"))).Observed);
    }

    [Fact]
    public async Task The_window_is_open_at_its_far_end()
    {
        await UseAsync(Default("remote-login"));
        foreach (var account in new[] { "out", "in" }) await LoginAsync(account, Now.AddDays(-20));
        await LoginAsync("out", Now.AddHours(-24), Usa);
        await LoginAsync("in", Now.AddHours(-24).AddMilliseconds(1), Usa);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("out")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("in")));
    }

    [Fact]
    public async Task Five_failed_logins_in_ten_minutes_are_a_burst_and_four_are_none()
    {
        await UseAsync(Default("remote-login"));
        await FailAsync("four", 4);
        await FailAsync("five", 5);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("four")));
        Assert.Equal("FailedBurst", (await JudgeAsync(NewOrder().Of("five"))).Observed);
    }

    [Fact]
    public async Task Hours_speed_and_burst_are_settings()
    {
        await UseAsync(RuleEntry.Of("remote-login", RuleAction.Score, new RemoteLoginSettings { Hours = 1, FailedLogins = 2, FailedMinutes = 1 }, 10));
        await FailAsync("u", 2);
        await LoginAsync("v", Now.AddDays(-20));
        await LoginAsync("v", Now.AddHours(-1), Usa);

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("v")));
    }

    private async Task FailAsync(string account, int times)
    {
        for (var i = 0; i < times; i++) await LoginAsync(account, Now.AddMinutes(-5).AddSeconds(i * 10), success: false);
    }
}

public sealed class RemoteLoginTestsOnSqlite() : RemoteLoginTests(StorageProvider.Sqlite);

public sealed class RemoteLoginTestsOnPostgres() : RemoteLoginTests(StorageProvider.Postgres);
