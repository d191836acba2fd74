using PagoConsole.Core.Evidence.Retention;

namespace PagoConsole.Tests.Evidence.Retention;

public sealed class RetentionOptionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_years_are_whole_years_after_the_one_in_which_it_happened()
    {
        var cutoff = new RetentionOptions().CutoffOf(RetentionKind.Orders, Now);

        Assert.Equal(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)), cutoff);
        Assert.True(cutoff.AddYears(5) <= Now);
        Assert.Equal(2016, new RetentionOptions().CutoffOf(RetentionKind.AmlOrders, Now).Year);
    }

    [Fact]
    public void A_term_may_be_longer_and_never_shorter_than_five_years_and_each_fault_is_told_by_its_key()
    {
        var options = new RetentionOptions { Orders = { Years = 4 }, SignIns = { Years = 101, Source = " " }, Lists = { Years = 12 } };

        var faults = new CheckRetentionOptions().Validate(null, options).Failures!.ToList();

        Assert.Equal(["Retention:Orders:Years: takes 5 to 100 years", "Retention:SignIns:Years: takes 5 to 100 years", "Retention:SignIns:Source: takes the norm that the term rests on"], faults);
        Assert.True(new CheckRetentionOptions().Validate(null, new RetentionOptions()).Succeeded);
    }
}
