using FsCheck.Xunit;
using PagoConsole.Core.Orders;

namespace PagoConsole.Tests.Orders;

public sealed class PollPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(4, 60)]
    [InlineData(20, 60)]
    public void The_gaps_grow_to_an_hour(int asked, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), PollPlan.WhileOpen(Now, Now.AddHours(24), asked, 0.5));

    [Theory]
    [InlineData(120, 30)]
    [InlineData(60, 15)]
    [InlineData(10, 5)]
    [InlineData(-3, 5)]
    public void They_shrink_towards_the_end_of_the_voucher(int left, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), PollPlan.WhileOpen(Now, Now.AddMinutes(left), 9, 0.5));

    [Fact]
    public void Once_closed_it_is_looked_at_three_times()
    {
        Assert.Equal(
            [Now.AddMinutes(15), Now.AddHours(2), Now.AddHours(24), null],
            Enumerable.Range(0, 4).Select(asked => PollPlan.OnceClosed(Now, asked, 0.5)));
    }

    [Property]
    public bool They_are_spread_and_never_far_from_the_plan(byte asked, ushort left, byte chance)
    {
        var (due, share) = (Now.AddMinutes(left), chance / 255d);
        var (planned, spread) = (PollPlan.WhileOpen(Now, due, asked, 0.5) - Now, PollPlan.WhileOpen(Now, due, asked, share) - Now);
        return spread >= planned * 0.849 && spread <= planned * 1.151 && spread > TimeSpan.FromMinutes(4) && spread < TimeSpan.FromMinutes(70);
    }
}
