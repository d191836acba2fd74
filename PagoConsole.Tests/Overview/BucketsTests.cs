using FsCheck.Xunit;
using PagoConsole.Core.Overview.Counting;

namespace PagoConsole.Tests.Overview;

public sealed class BucketsTests
{
    private static readonly int[] Bounds = [10, 20, 40];

    [Fact]
    public void Nothing_has_no_middle() => Assert.Null(Buckets.Percentile([], Bounds, 0.5));

    [Fact]
    public void Within_a_bucket_values_lie_evenly() => Assert.Equal(15, Buckets.Percentile([(20, 10)], Bounds, 0.5));

    [Fact]
    public void The_tail_lies_in_the_bucket_that_holds_it() => Assert.Equal(30, Buckets.Percentile([(10, 90), (40, 10)], Bounds, 0.95));

    [Fact]
    public void What_is_above_all_bounds_is_at_least_the_last() => Assert.Equal(40, Buckets.Percentile([(10, 1), (Buckets.More, 9)], Bounds, 0.95));

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public bool A_percentile_stands_in_the_bucket_of_the_true_one(ushort[] times)
    {
        if (times.Length == 0) return true;
        int BucketOf(int time) => CallTimes.Bounds.FirstOrDefault(bound => time <= bound, Buckets.More);
        var filled = times.GroupBy(time => BucketOf(time)).Select(group => (group.Key, (long)group.Count()));
        var truth = BucketOf(times.Order().ElementAt((int)Math.Ceiling(0.95 * times.Length) - 1));

        var told = Buckets.Percentile(filled, CallTimes.Bounds, 0.95)!.Value;

        return truth == Buckets.More ? told == CallTimes.Bounds[^1] : BucketOf((int)Math.Ceiling(told)) == truth;
    }
}
