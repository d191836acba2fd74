using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Evidence.Aml.Monitor;

namespace PagoConsole.Tests.Evidence.Aml;

/// <summary>Payments just under a threshold within days.</summary>
public sealed class StructuringTests
{
    private static readonly NearRule Rule = new(800_000, 1_000_000, 3, TimeSpan.FromDays(7));
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_payments_just_under_the_threshold_within_a_week_are_a_pattern()
    {
        var found = Assert.Single(Structuring.Find([Paid(0, 950_000), Paid(3, 999_999), Paid(7, 800_000)], Rule));

        Assert.Equal((3, 2_749_999L, Start, Start.AddDays(7)), (found.Payments.Count, found.UsdMinor, found.From, found.To));
    }

    [Theory]
    [InlineData(0, 950_000, 3, 999_999, 8, 900_000)] // a day too far
    [InlineData(0, 950_000, 1, 1_000_000, 2, 900_000)] // one reaches it
    [InlineData(0, 950_000, 1, 799_999, 2, 900_000)] // one lies far below
    public void Otherwise_they_are_none(int day1, long one, int day2, long two, int day3, long three) =>
        Assert.Empty(Structuring.Find([Paid(day1, one), Paid(day2, two), Paid(day3, three)], Rule));

    [Property(MaxTest = 200)]
    public Property Patterns_hold_the_rule_and_miss_none() => Prop.ForAll(Arb.From(Payments()), payments =>
    {
        var found = Structuring.Find(payments, Rule);
        var within = found.SelectMany(p => p.Payments).ToList();
        var kept = found.All(p => p.Payments.Count >= Rule.Count && p.To - p.From <= Rule.Within && p.Payments.All(one => Rule.Holds(one.UsdMinor)));
        var apart = within.Distinct().Count() == within.Count;

        // Wherever enough lie close together, at least one of them is in a pattern.
        var near = payments.Where(p => Rule.Holds(p.UsdMinor)).ToList();
        var missed = near.Any(first =>
            near.Where(p => p.At >= first.At && p.At - first.At <= Rule.Within).ToList() is var close && close.Count >= Rule.Count && !close.Exists(within.Contains));
        return kept && apart && !missed;
    });

    [Property(MaxTest = 100)]
    public Property Their_order_does_not_matter() => Prop.ForAll(Arb.From(Payments()), payments =>
        Ids(Structuring.Find(payments, Rule)).SequenceEqual(Ids(Structuring.Find(payments.AsEnumerable().Reverse(), Rule))));

    private static IEnumerable<string> Ids(IEnumerable<NearPattern> patterns) => patterns.SelectMany(p => p.Payments).Select(p => p.OperationId);

    private static Gen<List<ValuedPayment>> Payments() =>
        Gen.Choose(0, 14).SelectMany(count => Gen.Choose(0, 40).SelectMany(day => Gen.Choose(780_000, 1_020_000).Select(minor => (day, minor))).ArrayOf(count))
            .Select(drawn => drawn.Select((d, n) => new ValuedPayment($"p{n:D2}", $"o{n}", Start.AddDays(d.day), d.minor)).ToList());

    private static ValuedPayment Paid(int day, long usdMinor) => new($"p{day}", $"o{day}", Start.AddDays(day), usdMinor);
}
