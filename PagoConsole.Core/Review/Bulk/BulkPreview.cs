using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.Core.Review.Bulk;

/// <summary>What would become of a case if somebody decided it now.</summary>
public enum BulkFate
{
    /// <summary>It is decided.</summary>
    Decided,

    /// <summary>It gets the first of two approvals.</summary>
    FirstApproval,

    /// <summary>Somebody else has it in hand.</summary>
    InAnotherHand,

    /// <summary>It was handed to a lead, and they are none.</summary>
    LeadNeeded,

    /// <summary>It is decided already.</summary>
    AlreadyDecided,

    /// <summary>They approved it first; the second must be somebody else.</summary>
    ApprovedBefore,
}

/// <summary>Cases that cannot be decided for one reason.</summary>
/// <param name="Why">That reason.</param>
/// <param name="Cases">The cases.</param>
public sealed record BulkHindrance(BulkFate Why, IReadOnlyList<QueuedCase> Cases);

/// <summary>What a decision over many cases would do; nothing is done yet.</summary>
/// <param name="Decided">Those that it decides.</param>
/// <param name="FirstApprovals">Those that only get a first approval.</param>
/// <param name="Hindered">Those that it cannot decide, by reason.</param>
public sealed record BulkPreview(
    IReadOnlyList<QueuedCase> Decided, IReadOnlyList<QueuedCase> FirstApprovals, IReadOnlyList<BulkHindrance> Hindered)
{
    /// <summary>All that would be done something with, in the order they were given in.</summary>
    public required IReadOnlyList<QueuedCase> Possible { get; init; }

    /// <summary>What those are worth together, in soles.</summary>
    public decimal Stake => Possible.Sum(c => c.Stake);

    /// <summary>Looks ahead.</summary>
    /// <param name="cases">Which cases.</param>
    /// <param name="decision">How they would be decided.</param>
    /// <param name="by">By whom.</param>
    /// <param name="now">When.</param>
    public static BulkPreview Of(IEnumerable<QueuedCase> cases, ReviewDecision decision, Actor by, DateTimeOffset now)
    {
        var all = cases.Select(c => (Case: c, Fate: FateOf(c, decision, by, now))).ToList();
        return new(
            [.. all.Where(one => one.Fate == BulkFate.Decided).Select(one => one.Case)],
            [.. all.Where(one => one.Fate == BulkFate.FirstApproval).Select(one => one.Case)],
            [.. all.Where(one => !Works(one.Fate)).GroupBy(one => one.Fate, one => one.Case).OrderBy(why => why.Key).Select(why => new BulkHindrance(why.Key, [.. why]))])
        {
            Possible = [.. all.Where(one => Works(one.Fate)).Select(one => one.Case)],
        };
    }

    /// <summary>What would become of one case; the same as <see cref="ReviewCase.Decide"/> would say.</summary>
    public static BulkFate FateOf(QueuedCase queued, ReviewDecision decision, Actor by, DateTimeOffset now)
    {
        var second = decision == ReviewDecision.Approve && queued.NeedsSecond;
        return queued switch
        {
            { State: ReviewState.Decided or ReviewState.Closed } => BulkFate.AlreadyDecided,
            _ when queued.HolderAt(now) is { } holder && holder != by.Signature => BulkFate.InAnotherHand,
            { Escalated: true } when !by.May(Permission.TakeOverCases) => BulkFate.LeadNeeded,
            _ when second && queued.FirstApproval == by.Signature => BulkFate.ApprovedBefore,
            { State: ReviewState.Open } when second => BulkFate.FirstApproval,
            _ => BulkFate.Decided,
        };
    }

    private static bool Works(BulkFate fate) => fate is BulkFate.Decided or BulkFate.FirstApproval;
}
