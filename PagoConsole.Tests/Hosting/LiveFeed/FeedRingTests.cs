using System.Text.Json.Nodes;
using PagoConsole.Hosting.LiveFeed;

namespace PagoConsole.Tests.Hosting.LiveFeed;

public sealed class FeedRingTests
{
    private readonly FeedRing ring = new(most: 4);

    [Fact]
    public void A_reader_is_given_what_follows_its_number()
    {
        ring.Restart(10);
        ring.Publish(Batch(12, 15));
        ring.Publish(Batch(16));

        Assert.Equal([12, 15], Seqs(ring.After(10)));
        Assert.Equal([15], Seqs(ring.After(12), 12));
        Assert.Equal([16], Seqs(ring.After(15)));
        var end = ring.After(16);
        Assert.True(end is { Batch: null, Covered: true, Next.IsCompleted: false });
        ring.Publish(Batch(20));
        Assert.True(end.Next.IsCompleted);
        Assert.Equal([20], Seqs(ring.After(16)));
    }

    [Fact]
    public void What_came_before_it_began_stands_in_the_journal()
    {
        ring.Restart(10);

        Assert.False(ring.After(9).Covered);
        Assert.True(ring.After(10).Covered);
    }

    [Fact]
    public void The_oldest_give_way_and_whoever_still_needed_them_is_not_covered()
    {
        ring.Restart(0);
        foreach (var seq in Enumerable.Range(1, 6)) ring.Publish(Batch(seq));

        Assert.False(ring.After(1).Covered);
        Assert.Equal([3], Seqs(ring.After(2)));
    }

    [Fact]
    public void A_batch_larger_than_all_of_it_is_kept_whole()
    {
        ring.Restart(0);
        ring.Publish(Batch(1));
        ring.Publish(Batch(2, 3, 4, 5, 6, 7));

        Assert.Equal([2, 3, 4, 5, 6, 7], Seqs(ring.After(1)));
        Assert.False(ring.After(0).Covered);
    }

    [Fact]
    public void Beginning_anew_is_told_from_a_reader_being_slow()
    {
        ring.Restart(0);
        ring.Publish(Batch(1));
        var before = ring.After(1).Generation;
        ring.Restart(50);

        Assert.True(ring.After(1) is { Covered: false } found && found.Generation != before);
    }

    private static FeedBatch Batch(params long[] seqs) =>
        new([.. seqs.Select(seq => new FeedEvent(seq, DateTimeOffset.UnixEpoch, "order.paid", "MP-1", null, new JsonObject()))]);

    private static IEnumerable<long> Seqs(FeedRing.Find found, long after = 0) => found.Batch!.After(after).Events.Select(e => e.Seq);
}
