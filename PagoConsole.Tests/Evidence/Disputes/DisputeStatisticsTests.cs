using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;

namespace PagoConsole.Tests.Evidence.Disputes;

/// <summary>How disputes went, and what proof is asked for.</summary>
public sealed class DisputeStatisticsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_given_in_to_counts_as_lost_and_what_was_withdrawn_as_neither()
    {
        var figures = DisputeStatistics.Of(
        [
            Of(DisputeState.Won, 4), Of(DisputeState.Lost, 10), Of(DisputeState.Accepted, 1), Of(DisputeState.Withdrawn, 2), Of(DisputeState.Open, null), Of(DisputeState.Won, 8, DisputeReason.NotReceived),
        ]);

        Assert.Equal((6, 0.5, 4d), (figures.Count, figures.WinRate, figures.MedianDays));
        Assert.Equal((DisputeReason?)null, figures.Reasons[0].Code);
        Assert.Equal((5, 1, 2), (figures.Reasons[0].Count, figures.Reasons[0].Won, figures.Reasons[0].Lost));
        Assert.Equal(1, figures.Reasons[1].WinRate);
        var month = Assert.Single(figures.Months);
        Assert.Equal(("S/ 600.00", new DateOnly(2026, 11, 1)), ($"S/ {month.Disputed.Single().ToWire()}", month.Month));
    }

    [Fact]
    public void Without_disputes_there_are_no_rates()
    {
        var none = DisputeStatistics.Of([]);

        Assert.Equal((null, null), (none.WinRate, none.MedianDays));
        Assert.Empty(none.Reasons);
    }

    [Fact]
    public void Every_reason_asks_for_proof_and_none_twice() =>
        Assert.All([null, .. Enum.GetValues<DisputeReason>().Cast<DisputeReason?>()], code =>
        {
            var items = ProofChecklist.For(code);
            Assert.True(items.Count >= 3);
            Assert.Equal(items.Count, items.Distinct().Count());
        });

    [Theory]
    [InlineData("Ana María Quispe Rojas", "QUISPE ROJAS ANA MARIA", true)]
    [InlineData("Ana Quispe", "Ana María Quispe Rojas", true)]
    [InlineData("Ana", "Ana Quispe", false)]
    [InlineData("Luis Quispe", "Ana Quispe", false)]
    [InlineData(null, "Ana Quispe", false)]
    public void A_recipient_is_the_buyer_if_the_names_are_written_alike(string? one, string? other, bool same) => Assert.Equal(same, DisputeProof.IsSamePerson(one, other));

    private static DisputeFigure Of(DisputeState state, double? days, DisputeReason? code = null) =>
        new(state, code, Start, days is { } after ? Start.AddDays(after) : null, new Money(10_000, Currency.Pen), null);
}
