using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class PaymentLimitTests
{
    [Theory]
    [InlineData(4999.99, "PEN", Quiet, "4999.99 PEN", "5000.00 PEN")]
    [InlineData(5000, "PEN", Quiet, "5000.00 PEN", "5000.00 PEN")]
    [InlineData(5000.01, "PEN", Hit, "5000.01 PEN", "5000.00 PEN")]
    [InlineData(1299.99, "USD", Quiet, "1299.99 USD", "1300.00 USD")]
    [InlineData(1300, "USD", Quiet, "1300.00 USD", "1300.00 USD")]
    [InlineData(1300.01, "USD", Hit, "1300.01 USD", "1300.00 USD")]
    public async Task Over_the_limit_of_its_currency_it_fires(decimal amount, string currency, RuleResult result, string observed, string threshold)
    {
        var found = await OneOrder.JudgeAsync(OneOrder.Default("payment-limit"), OneOrder.Bare(amount, currency));

        found.Saw(result, observed, threshold, observed, threshold);
        Assert.Equal(RuleAction.Reject, found.Action);
    }

    [Theory]
    [InlineData(250.5, "PEN", Quiet)]
    [InlineData(250.51, "PEN", Hit)]
    [InlineData(70, "USD", Quiet)]
    [InlineData(70.01, "USD", Hit)]
    public async Task Another_limit_is_held_to_the_centimo(decimal amount, string currency, RuleResult result)
    {
        var entry = RuleEntry.Of("payment-limit", RuleAction.Review, new PaymentLimitSettings { MaxPen = 250.50m, MaxUsd = 70m });

        Assert.Equal(result, (await OneOrder.JudgeAsync(entry, OneOrder.Bare(amount, currency))).Result);
    }
}
