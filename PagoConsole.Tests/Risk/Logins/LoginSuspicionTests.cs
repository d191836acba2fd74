using System.ComponentModel.DataAnnotations;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Risk.Places;
using static PagoConsole.Core.Risk.Logins.LoginSuspicionKind;

namespace PagoConsole.Tests.Risk.Logins;

public sealed class LoginSuspicionTests
{
    private const double Day = 24 * 60;

    [Fact]
    public void The_first_login_of_an_account_is_not_suspicious() => Assert.Empty(new LoginHistory().Ok(0, "JP", "fp-9").Find());

    [Fact]
    public void A_country_is_new_once()
    {
        var found = Assert.Single(new LoginHistory().Ok(0, "PE").Ok(5 * Day, "CL").Ok(6 * Day, "CL").Ok(7 * Day, "PE").Find());

        Assert.Equal((NewCountry, LoginHistory.At(5 * Day), "CL", 1), (found.Kind, found.At, found.Country, found.KnownBefore));
    }

    [Fact]
    public void A_country_is_not_new_where_none_was_known_before() =>
        Assert.Empty(new LoginHistory().Ok(0, null).Ok(Day, "CL").Find());

    [Fact]
    public void An_unknown_country_is_not_new() => Assert.Empty(new LoginHistory().Ok(0, "PE").Ok(Day, null).Find());

    [Fact]
    public void A_failed_login_neither_makes_a_country_known_nor_is_new_itself()
    {
        var history = new LoginHistory().Ok(0, "PE").FailedAbroad(Day, "CL", "fp-2");
        Assert.Empty(history.Find());

        Assert.Equal([NewCountry, NewDevice], history.Ok(2 * Day, "CL", "fp-2").Find().Select(found => found.Kind));
    }

    [Fact]
    public void A_device_is_new_once_and_one_that_is_not_told_never()
    {
        var found = Assert.Single(new LoginHistory().Ok(0, "PE").Ok(1, "PE", "").Ok(2, "PE", "fp-2").Ok(3, "PE", "fp-2").Find());

        Assert.Equal((NewDevice, "fp-2", 1), (found.Kind, found.Device, found.KnownBefore));
    }

    [Fact]
    public void Only_what_lies_in_the_window_counts_and_what_lies_before_is_known()
    {
        var history = new LoginHistory().Ok(0, "PE").Ok(Day, "CL").Ok(2 * Day, "EC").Ok(3 * Day, "BO");

        Assert.Equal(["EC"], history.Find(Day, 2 * Day).Select(found => found.Country));
        Assert.Empty(history.Find(2 * Day, 3 * Day - 0.001));
        Assert.Equal(["BO"], history.Find(2 * Day, 3 * Day).Select(found => found.Country));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Travel_is_impossible_just_under_the_time_that_a_flight_takes(double seconds, bool impossible)
    {
        var minutes = Journey.KmAtLeast("PE", "ES") / 900 * 60;
        var found = new LoginHistory().Ok(0, "PE").Ok(minutes + (seconds / 60) + 0.0001, "ES").Find().Where(s => s.Kind == ImpossibleTravel);

        Assert.Equal(impossible, found.Any());
    }

    [Fact]
    public void Travel_tells_its_figures()
    {
        var found = Assert.Single(new LoginHistory().Ok(0, "PE").Ok(60.5, "ES").Find(), s => s.Kind == ImpossibleTravel);

        Assert.Equal(("PE", "ES", 60, (int)Journey.KmAtLeast("PE", "ES")), (found.FromCountry, found.Country, found.Minutes, found.Km));
    }

    [Fact]
    public void Next_door_can_be_reached_at_once() =>
        Assert.DoesNotContain(new LoginHistory().Ok(0, "PE").Ok(0, "CL").Find(), s => s.Kind == ImpossibleTravel);

    [Fact]
    public void A_login_from_nowhere_does_not_hide_the_way() =>
        Assert.Contains(new LoginHistory().Ok(0, "PE").Ok(30, null).Ok(60, "JP").Find(), s => s.Kind == ImpossibleTravel);

    [Fact]
    public void A_failed_login_far_away_is_no_travel() =>
        Assert.Empty(new LoginHistory().Ok(0, "PE").FailedAbroad(10, "JP", "fp-2").Ok(20, "PE").Find());

    [Fact]
    public void Travel_from_before_the_window_into_it_counts() =>
        Assert.Contains(new LoginHistory().Ok(0, "PE").Ok(60, "JP").Find(from: 30), s => s.Kind == ImpossibleTravel);

    [Fact]
    public void Settings_have_bounds()
    {
        Assert.True(Valid(new()));
        Assert.False(Valid(new() { MaxKmPerHour = 99 }));
        Assert.False(Valid(new() { FailedLogins = 1 }));
        Assert.False(Valid(new() { FailedMinutes = 0 }));

        static bool Valid(LoginSuspicionSettings settings) => Validator.TryValidateObject(settings, new(settings), [], true);
    }

    [Property(MaxTest = 500)]
    public Property Windows_laid_side_by_side_find_the_same_as_one() =>
        Prop.ForAll(Histories(), history =>
        {
            // Bursts may go on over the edge and are told in both.
            DateTimeOffset[] edges = [LoginHistory.At(-1), LoginHistory.At(700), LoginHistory.At(2000)];
            var whole = LoginSuspicions.Find(history, edges[0], edges[2], new()).Where(s => s.Kind != FailedBurst);
            var parts = LoginSuspicions.Find(history, edges[0], edges[1], new()).Concat(LoginSuspicions.Find(history, edges[1], edges[2], new()));
            return whole.SequenceEqual(parts.Where(s => s.Kind != FailedBurst));
        });

    [Property(MaxTest = 500)]
    public Property Nothing_is_told_outside_the_window_or_out_of_order() =>
        Prop.ForAll(Histories(), history =>
        {
            var found = LoginSuspicions.Find(history, LoginHistory.At(300), LoginHistory.At(900), new());
            return found.All(s => s.At > LoginHistory.At(300) && s.At <= LoginHistory.At(900))
                && found.Zip(found.Skip(1)).All(pair => pair.First.At <= pair.Second.At)
                && found.Count(s => s.Kind == NewCountry) <= 4;
        });

    private static Arbitrary<SeenLogin[]> Histories()
    {
        var one = from minute in Gen.Choose(0, 1500)
                  from country in Gen.Elements("PE", "CL", "JP", "ES", null)
                  from device in Gen.Elements("fp-1", "fp-2", "fp-3", "")
                  from success in Gen.Elements(true, true, false)
                  select new SeenLogin(LoginHistory.At(minute), "190.235.12.7", country, device, success);
        return one.ArrayOf().Select(logins => logins.OrderBy(login => login.At).ToArray()).ToArbitrary();
    }
}
