using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;
using PagoConsole.ReviewQueue.Queue;
using static PagoConsole.Tests.Review.Queue.QueuedCases;

namespace PagoConsole.Tests.Review.Queue;

public sealed class StandingOrderTests
{
    private readonly StandingOrder order = new();

    [Fact]
    public void A_new_row_that_sorts_before_others_waits_to_be_asked_for()
    {
        Take("A", "C");
        Take("A", "B", "C");

        Assert.Equal(["A", "C"], Shown);
        Assert.Equal((1, 0), (order.Fresh, order.Moved));

        order.Renew();
        Take("A", "B", "C");
        Assert.Equal(["A", "B", "C"], Shown);
        Assert.Equal(0, order.Fresh);
    }

    [Fact]
    public void A_new_row_behind_the_last_one_simply_appears()
    {
        Take("A", "B");
        Take("A", "B", "C");

        Assert.Equal(["A", "B", "C"], Shown);
        Assert.Equal(0, order.Fresh);
    }

    [Fact]
    public void The_first_rows_appear_at_once()
    {
        Take();
        Take("A", "B");

        Assert.Equal(["A", "B"], Shown);
    }

    [Fact]
    public void Rows_stay_where_they_are_when_the_order_changes()
    {
        Take("A", "B", "C");
        Take("C", "A", "B");

        Assert.Equal(["A", "B", "C"], Shown);
        Assert.Equal((0, 0), (order.Fresh, order.Moved));
    }

    [Fact]
    public void A_decided_row_stays_until_it_is_closed()
    {
        Take("A", "B", "C");
        var decided = Waiting("B") with { State = ReviewState.Decided };

        order.Take(Cases("A", "C"), [.. Cases("A", "C"), decided]);
        Assert.Equal(["A", "B", "C"], Shown);
        Assert.Equal(ReviewState.Decided, order.Shown[1].State);

        Take("A", "C");
        Assert.Equal(["A", "C"], Shown);
    }

    [Fact]
    public void A_row_that_the_filter_no_longer_wants_goes()
    {
        Take("A", "B");
        order.Take(Cases("A"), Cases("A", "B"));

        Assert.Equal(["A"], Shown);
    }

    [Fact]
    public void A_hundred_are_shown_and_a_hundred_more_on_demand()
    {
        var many = Enumerable.Range(0, 250).Select(i => $"T-{i:D3}").ToArray();
        Take(many);
        Assert.Equal((100, 150), (order.Shown.Count, order.Rest));

        order.More();
        Take(many);
        Assert.Equal((200, 50), (order.Shown.Count, order.Rest));
    }

    [Fact]
    public void One_that_overtakes_rows_from_below_is_not_called_new()
    {
        var many = Enumerable.Range(0, 120).Select(i => $"T-{i:D3}").ToArray();
        Take(many);
        Take(["T-110", .. many.Where(id => id != "T-110")]);

        Assert.Equal((0, 1), (order.Fresh, order.Moved));
        Assert.Equal(100, order.Shown.Count);
    }

    /// <summary>Whatever arrives and goes, rows that stay keep their order, and no case is lost or told twice.</summary>
    [Fact]
    public void Nothing_moves_and_nothing_is_lost()
    {
        var random = new Random(5);
        var there = Enumerable.Range(0, 150).Select(i => $"T-{i}").ToList();
        for (var round = 0; round < 300; round++)
        {
            var before = Shown;
            for (var i = random.Next(4); i > 0; i--) there.Insert(random.Next(there.Count + 1), $"N-{round}-{i}");
            for (var i = random.Next(4); i > 0 && there.Count > 1; i--) there.RemoveAt(random.Next(there.Count));
            if (random.Next(10) == 0) order.More();
            Take([.. there]);

            var stayed = before.Where(there.Contains).ToList();
            Assert.Equal(stayed, Shown.Take(stayed.Count));
            Assert.Equal(there.Count, order.Shown.Count + order.Fresh + order.Moved + order.Rest);
            Assert.Equal(order.Shown.Count, Shown.Distinct().Count());
        }
    }

    private List<string> Shown => [.. order.Shown.Select(c => c.OrderId)];

    private void Take(params string[] ids) => order.Take(Cases(ids), Cases(ids));

    private static List<QueuedCase> Cases(params string[] ids) => [.. ids.Select(id => Waiting(id))];
}
