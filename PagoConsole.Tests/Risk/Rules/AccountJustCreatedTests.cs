using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class AccountJustCreatedTests
{
    [Theory]
    [InlineData(0, Hit)]
    [InlineData(59.999, Hit)]
    [InlineData(60, Hit)]
    [InlineData(60.001, Quiet)]
    [InlineData(-5, Hit)] // the marketplace's clocks differ
    public async Task Within_a_minute_of_the_account_it_fires(double seconds, RuleResult result) =>
        Assert.Equal(result, (await JudgeAsync(OneOrder.Default("account-just-created"), seconds)).Result);

    [Theory]
    [InlineData(900, Hit)]
    [InlineData(900.001, Quiet)]
    public async Task The_seconds_are_a_setting(double seconds, RuleResult result)
    {
        var entry = RuleEntry.Of("account-just-created", RuleAction.Score, new AccountJustCreatedSettings { WithinSeconds = 900 }, 15);

        Assert.Equal(result, (await JudgeAsync(entry, seconds)).Result);
    }

    [Fact]
    public async Task It_tells_the_seconds_that_it_saw()
    {
        var found = await JudgeAsync(OneOrder.Default("account-just-created"), 42);

        found.Saw(Hit, "42 s after the account was opened", "within 60 s", "42", "60");
        Assert.Equal(RuleAction.Review, found.Action);
        (await JudgeAsync(OneOrder.Default("account-just-created"), 60.4)).Saw(
            Quiet, "61 s after the account was opened", "within 60 s", "61", "60");
    }

    private static Task<AssessedRule> JudgeAsync(RuleEntry entry, double seconds)
    {
        var order = OneOrder.Bare();
        return OneOrder.JudgeAsync(entry, order with { Account = order.Account with { CreatedAt = OneOrder.Noon.AddSeconds(-seconds) } });
    }
}
