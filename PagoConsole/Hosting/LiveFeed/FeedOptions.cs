using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>Section <c>Feed</c>: the live feed for programs.</summary>
internal sealed class FeedOptions
{
    public const string Section = "Feed";

    /// <summary>How often events are sent, in milliseconds: what happened meanwhile goes together.</summary>
    /// <value>Default: 50. From 1 to 1000.</value>
    [Range(1, 1000, ErrorMessage = "takes milliseconds from 1 to 1000")]
    public int BatchMilliseconds { get; set; } = 50;

    /// <summary>How long a reader may let a message wait, in seconds, before its connection is ended.</summary>
    /// <value>Default: 10. From 1 to 300.</value>
    [Range(1, 300, ErrorMessage = "takes seconds from 1 to 300")]
    public int SlowSeconds { get; set; } = 10;

    /// <summary>How many of the newest events are kept in memory, once for all readers; who falls behind them is ended.</summary>
    /// <value>Default: 10,000. From 100 to 1,000,000.</value>
    [Range(100, 1_000_000, ErrorMessage = "takes a number of events from 100 to 1000000")]
    public int Kept { get; set; } = 10_000;

    /// <summary>How many may listen on one node.</summary>
    /// <value>Default: 1000. From 1 to 100,000.</value>
    [Range(1, 100_000, ErrorMessage = "takes a number of connections from 1 to 100000")]
    public int MostConnections { get; set; } = 1000;
}
