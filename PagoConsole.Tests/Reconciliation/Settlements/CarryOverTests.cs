using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Reconciliation.Settlements;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class CarryOverTests
{
    [Fact]
    public void What_a_date_does_not_cover_is_carried_until_it_evens_out()
    {
        // 100 owed, 60 came; then 50 owed, 120 came: 30 too much, which lowers what the third date owes.
        Assert.Equal([0, 40, -30], CarryOver.Brought(0, [(100, 60), (50, 120), (30, 0)]));
        Assert.Equal(0, CarryOver.After(-30, 30, 0));
    }

    [Property(Replay = "(20261123,7)", MaxTest = 300)]
    public Property Nothing_is_lost_or_invented_on_the_way(int opening, (int Expected, int Received)[] dates)
    {
        var all = dates.Select(date => ((long)date.Expected, (long)date.Received)).ToList();
        var brought = CarryOver.Brought(opening, all);
        var last = all.Count == 0 ? opening : CarryOver.After(brought[^1], all[^1].Item1, all[^1].Item2);
        return (brought.Count == all.Count && last == opening + all.Sum(date => date.Item1) - all.Sum(date => date.Item2)).ToProperty();
    }

    [Property(Replay = "(20261123,7)", MaxTest = 300)]
    public Property A_period_that_is_cut_in_two_comes_to_the_same(int opening, (int Expected, int Received)[] dates, PositiveInt cut)
    {
        var all = dates.Select(date => ((long)date.Expected, (long)date.Received)).ToList();
        var (first, second) = (all.Take(cut.Get % (all.Count + 1)).ToList(), all.Skip(cut.Get % (all.Count + 1)).ToList());
        var closing = opening + first.Sum(date => date.Item1) - first.Sum(date => date.Item2);
        return CarryOver.Brought(opening, all).SequenceEqual([.. CarryOver.Brought(opening, first), .. CarryOver.Brought(closing, second)]).ToProperty();
    }

    [Property(Replay = "(20261123,7)", MaxTest = 300)]
    public Property Money_that_comes_a_date_later_evens_out(PositiveInt[] amounts)
    {
        // Each date's money comes on the next one.
        var dates = amounts.Select((amount, i) => ((long)amount.Get, i == 0 ? 0L : amounts[i - 1].Get)).Append((0L, amounts.Length == 0 ? 0L : amounts[^1].Get)).ToList();
        var brought = CarryOver.Brought(0, dates);
        return (brought.Skip(1).SequenceEqual(amounts.Select(amount => (long)amount.Get))
            && CarryOver.After(brought[^1], dates[^1].Item1, dates[^1].Item2) == 0).ToProperty();
    }
}
