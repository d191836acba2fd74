using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review.Queue;

/// <summary>Whose cases are wanted.</summary>
public enum QueueHolder
{
    /// <summary>Everybody's and nobody's.</summary>
    Anybody,

    /// <summary>What the viewer has in hand.</summary>
    Mine,

    /// <summary>What nobody has in hand.</summary>
    Nobody,
}

/// <summary>How the queue is sorted.</summary>
public enum QueueOrder
{
    /// <summary>Money at stake for each minute that is left, the most first.</summary>
    Urgency,

    /// <summary>The longest waiting first.</summary>
    Oldest,

    /// <summary>The largest amount first.</summary>
    Largest,

    /// <summary>The highest score first.</summary>
    Score,
}

/// <summary>Which cases are wanted. What is null does not narrow.</summary>
public sealed record QueueFilter
{
    /// <summary>All of them.</summary>
    public static QueueFilter All { get; } = new();

    /// <summary>One of the rules that held it.</summary>
    public string? Reason { get; init; }

    /// <summary>From this amount on, in soles.</summary>
    public decimal? From { get; init; }

    /// <summary>Up to this amount, in soles.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>From this score on.</summary>
    public int? Score { get; init; }

    /// <summary>Who sells.</summary>
    public string? Seller { get; init; }

    /// <summary>Whose.</summary>
    public QueueHolder Holder { get; init; }

    /// <summary>Only those marked for money laundering.</summary>
    public bool Aml { get; init; }

    /// <summary>Only those that were handed to a lead.</summary>
    public bool Escalated { get; init; }

    /// <summary>Only those that wait for a second person.</summary>
    public bool Second { get; init; }

    /// <summary>Only those whose question the marketplace answered.</summary>
    public bool Answered { get; init; }

    /// <summary>Only those of whose hold 95 % have passed.</summary>
    public bool Ending { get; init; }

    /// <summary>Whether it narrows at all.</summary>
    public bool IsAll => this == All;

    /// <summary>Whether a case is wanted.</summary>
    public bool Wants(QueuedCase queued, Actor viewer, DateTimeOffset now) =>
        (Reason is null || queued.Reasons.Contains(Reason))
        && !(queued.Stake < From) && !(queued.Stake > UpTo) && !(queued.Score < Score)
        && (Seller is null || queued.SellerId == Seller)
        && (!Aml || queued.Aml) && (!Escalated || queued.Escalated) && (!Answered || queued.Answered)
        && (!Ending || queued.EndsSoonAt(now))
        && (!Second || queued.State == ReviewState.AwaitingSecond)
        && Holder switch
        {
            QueueHolder.Anybody => true,
            QueueHolder.Mine => queued.HolderAt(now) == viewer.Signature,
            QueueHolder.Nobody => queued.HolderAt(now) is null && queued.State != ReviewState.Decided,
        };
}
