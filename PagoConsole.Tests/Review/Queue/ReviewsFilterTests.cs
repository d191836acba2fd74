using PagoConsole.Core.Review.Queue;
using PagoConsole.ReviewQueue.Queue;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Review.Queue;

public sealed class ReviewsFilterTests
{
    [Fact]
    public void The_address_gives_back_every_filter()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var filter = Some(random);
            var address = ConsoleUrls.Reviews(filter);

            Assert.Equal(filter, ReviewsFilter.FromQuery(address.Split('?', 2) is [_, var query] ? query : ""));
        }
    }

    [Fact]
    public void Nothing_chosen_is_the_bare_address() => Assert.Equal("/reviews", ConsoleUrls.Reviews(new ReviewsFilter()));

    [Fact]
    public void A_case_is_addressed_by_its_order() => Assert.Equal("/reviews/A%20b/7", ConsoleUrls.Review("A b/7"));

    [Theory]
    [InlineData("?from=x&to=-1&score=many&who=Them&only=nothing,,&order=Random&seller=%20")]
    [InlineData("?who=7&order=9&from=1e9")]
    [InlineData("")]
    public void What_makes_no_sense_narrows_nothing(string query) => Assert.Equal(new ReviewsFilter(), ReviewsFilter.FromQuery(query));

    private static ReviewsFilter Some(Random random)
    {
        T? Maybe<T>(T value) => random.Next(2) == 0 ? value : default;
        return new()
        {
            Order = (QueueOrder)random.Next(4),
            Cases = new()
            {
                Reason = Maybe("ip-velocity"),
                From = random.Next(2) == 0 ? random.Next(100_000) / 100m : null,
                UpTo = random.Next(2) == 0 ? random.Next(100_000) / 100m : null,
                Score = random.Next(2) == 0 ? random.Next(200) : null,
                Seller = Maybe("Ñandú & Cía/7"),
                Holder = (QueueHolder)random.Next(3),
                Aml = Maybe(true),
                Escalated = Maybe(true),
                Second = Maybe(true),
                Answered = Maybe(true),
                Ending = Maybe(true),
            },
        };
    }
}
