using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk.Places;

namespace PagoConsole.Tests.Risk.Places;

public sealed class JourneyTests
{
    [Theory]
    [InlineData("PE", "PE")]
    [InlineData("PE", "CL")]
    [InlineData("PE", "BR")]
    [InlineData("PE", null)]
    [InlineData("PE", "ZZ")]
    [InlineData("pe", "JP")]
    public void Here_next_door_and_nowhere_are_no_way_off(string? from, string? to) => Assert.Equal(0, Journey.KmAtLeast(from, to));

    [Theory]
    [InlineData("PE", "JP", 14000, 15500)]
    [InlineData("PE", "ES", 7500, 9000)]
    [InlineData("PE", "US", 2500, 4500)]
    [InlineData("NZ", "ES", 18500, 20000)]
    [InlineData("FJ", "WS", 900, 1400)] // on either side of the date line
    public void Far_is_as_far_as_the_map_says(string from, string to, int least, int most) =>
        Assert.InRange(Journey.KmAtLeast(from, to), least, most);

    [Property(MaxTest = 2000)]
    public Property It_is_as_far_back_as_there_and_never_less_than_nothing() =>
        Prop.ForAll(Pairs(), pair =>
        {
            var there = Journey.KmAtLeast(pair.From, pair.To);
            return Math.Abs(there - Journey.KmAtLeast(pair.To, pair.From)) < 1e-6 && there is >= 0 and < 20_100;
        });

    [Fact]
    public void The_world_is_whole()
    {
        Assert.Equal(250, Countries.All.Count);
        Assert.All(Countries.All, country =>
        {
            Assert.Matches("^[A-Z]{2}$", country.Code);
            Assert.InRange(country.Latitude, -90, 90);
            Assert.InRange(country.Longitude, -180, 180);
            Assert.InRange(country.RadiusKm, 0.1, 2400);
            Assert.All(country.Neighbours, neighbour => Assert.Contains(country.Code, Countries.Find(neighbour)!.Neighbours));
        });
        Assert.Equal(["BO", "BR", "CL", "CO", "EC"], Countries.Find("PE")!.Neighbours.Order());
    }

    private static Arbitrary<(string From, string To)> Pairs()
    {
        var codes = Countries.All.Select(country => country.Code).Append("ZZ").ToArray();
        return (from a in Gen.Elements(codes) from b in Gen.Elements(codes) select (a, b)).ToArbitrary();
    }
}
