using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>Events that go out together: written once, sent to everybody.</summary>
internal sealed class FeedBatch
{
    /// <summary>What programs listen for.</summary>
    public const string Method = "events";

    public FeedBatch(IReadOnlyList<FeedEvent> events)
    {
        (Events, To) = (events, events[^1].Seq);
        Message = new SerializedHubMessage(new InvocationMessage(Method, [events]));
    }

    public IReadOnlyList<FeedEvent> Events { get; }

    /// <summary>The number of its last event.</summary>
    public long To { get; }

    /// <summary>Its bytes, made when first sent and kept for the others.</summary>
    public SerializedHubMessage Message { get; }

    /// <summary>What of it a reader does not have yet.</summary>
    public FeedBatch After(long seq) => Events[0].Seq > seq ? this : new FeedBatch([.. Events.SkipWhile(e => e.Seq <= seq)]);
}
