using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review.Links;

namespace PagoConsole.Tests.Review.Links;

public sealed class CaseTraitsTests
{
    private static readonly DateTimeOffset Placed = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a,b", "a,b", 100, 100, 2, 100)]
    [InlineData("a,b", "a", 100, 100, 2, 70)]
    [InlineData("a", "b", 100, 100, 2, 0)]
    [InlineData("", "", 100, 100, 2, 100)]
    [InlineData("", "a", 100, 100, 2, 0)]
    [InlineData("a", "a", 100, 200, 2, 80)]
    [InlineData("a", "a", 200, 100, 2, 80)]
    [InlineData("a", "a", 100, 201, 2, 0)]
    [InlineData("a", "a", 100, 100, 8, 80)]
    public void Likeness_is_by_reasons_then_amount_then_age(string reasons, string others, int amount, int other, int days, int likeness)
    {
        var (one, two) = (Traits(reasons, amount, 2), Traits(others, other, days));

        Assert.Equal(likeness, one.LikenessTo(two));
        Assert.Equal(likeness, two.LikenessTo(one));
    }

    [Fact]
    public void Another_currency_is_not_alike() =>
        Assert.Equal(0, Traits("a", 100, 2).LikenessTo(Traits("a", 100, 2) with { Amount = Money.Of(100m, Currency.Usd) }));

    [Theory]
    [InlineData(0.9, AccountAge.Hours)]
    [InlineData(1, AccountAge.Days)]
    [InlineData(7, AccountAge.Weeks)]
    [InlineData(30, AccountAge.Months)]
    [InlineData(180, AccountAge.Settled)]
    public void An_accounts_age_falls_into_a_band(double days, AccountAge band) => Assert.Equal(band, Traits("a", 100, days).Age);

    private static CaseTraits Traits(string reasons, int amount, double days) =>
        CaseTraits.Of(reasons, Money.Of(amount, Currency.Pen), Placed, Placed.AddDays(-days));
}
