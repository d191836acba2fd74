using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Tests.Risk.Logins;

public sealed class FailedBurstTests
{
    [Fact]
    public void Four_failed_logins_are_no_burst() => Assert.Empty(new LoginHistory().Failed(0, 1, 2, 3).Find());

    [Fact]
    public void The_fifth_within_ten_minutes_is_one()
    {
        var found = Assert.Single(new LoginHistory().Failed(0, 2, 4, 6, 9.99).Find());

        Assert.Equal(
            (LoginSuspicionKind.FailedBurst, LoginHistory.At(9.99), 5, 10), (found.Kind, found.At, found.Count, found.Minutes));
    }

    [Fact]
    public void The_fifth_after_ten_minutes_is_none() => Assert.Empty(new LoginHistory().Failed(0, 2, 4, 6, 10).Find());

    [Fact]
    public void More_of_the_same_burst_are_told_once_with_the_worst_count()
    {
        var found = Assert.Single(new LoginHistory().Failed(0, 1, 2, 3, 4, 5, 6, 12, 13).Find());

        Assert.Equal((LoginHistory.At(4), 7), (found.At, found.Count));
    }

    [Fact]
    public void Two_bursts_are_two() =>
        Assert.Equal(
            [LoginHistory.At(4), LoginHistory.At(104)],
            new LoginHistory().Failed(0, 1, 2, 3, 4, 100, 101, 102, 103, 104).Find().Select(found => found.At));

    [Fact]
    public void A_success_in_between_does_not_end_it() => Assert.Single(new LoginHistory().Failed(0, 1, 2, 3).Ok(3.5, "PE").Failed(4).Find());

    [Fact]
    public void A_burst_over_the_windows_edge_is_told_on_the_side_where_it_goes_on()
    {
        var history = new LoginHistory().Failed(0, 1, 2, 3, 4, 5);

        Assert.Equal([LoginHistory.At(5)], history.Find(from: 4).Select(found => found.At));
        Assert.Equal([LoginHistory.At(4)], history.Find(to: 4).Select(found => found.At));
        Assert.Empty(history.Find(from: 5));
        Assert.Empty(history.Find(to: 3.99));
    }

    [Fact]
    public void Count_and_minutes_are_settings()
    {
        var history = new LoginHistory().Failed(0, 1, 2);

        Assert.Single(history.Find(settings: new() { FailedLogins = 3, FailedMinutes = 3 }));
        Assert.Empty(history.Find(settings: new() { FailedLogins = 3, FailedMinutes = 2 }));
    }
}
