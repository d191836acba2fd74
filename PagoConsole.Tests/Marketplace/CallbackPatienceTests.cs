using PagoConsole.Core.Marketplace;

namespace PagoConsole.Tests.Marketplace;

public sealed class CallbackPatienceTests
{
    private static readonly CallbackPatience Patience = new();

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(11, 2048)]
    [InlineData(12, 3600)]
    [InlineData(1000, 3600)]
    public void Pauses_double_up_to_an_hour(int failures, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Patience.PauseAfter(failures, chance: 0));
        Assert.InRange(Patience.PauseAfter(failures, chance: 1), TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(Math.Min(seconds * 1.25, 3600)));
    }

    [Fact]
    public void A_claim_outlives_one_answer() => Assert.True(Patience.Lease > Patience.Answer);
}
