namespace PagoConsole.Hosting.LiveFeed;

/// <summary>Why we end a connection.</summary>
/// <param name="Reason">For the metric.</param>
/// <param name="Words">For the program at the other end.</param>
internal sealed record FeedEnd(string Reason, string Words)
{
    public static FeedEnd Slow { get; } = new("slow", "too slow: events were not taken in time; connect again with after=<the last seq that you have>");

    public static FeedEnd Key { get; } = new("key", "the API key holds no longer");

    public static FeedEnd Full { get; } = new("full", "too many connections; try again later");
}
