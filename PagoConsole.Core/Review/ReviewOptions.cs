using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Review;

/// <summary>Section <c>Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Review";

    private static readonly string[] WhyApproved = ["known_buyer", "confirmed_by_phone", "documents_agree", "marketplace_vouches", "low_risk"];

    private static readonly string[] WhyRejected =
        ["stolen_identity", "linked_to_fraud", "many_accounts", "unreachable_buyer", "reseller_abuse", "money_laundering", "marketplace_asked", "other"];

    /// <summary>How long a case may wait, in hours; then it ends as <see cref="ApproveUnder"/> says, and the stock is not held any longer.</summary>
    /// <value>Default 12; 1 to 168.</value>
    [Range(1, 168, ErrorMessage = "takes 1 to 168 hours")]
    public int HoldHours { get; set; } = 12;

    /// <summary>How long a decision can be taken back, in seconds, before it takes effect; 0 is at once.</summary>
    /// <value>Default 10; 0 to 600.</value>
    [Range(0, 600, ErrorMessage = "takes 0 to 600 seconds")]
    public int UndoSeconds { get; set; } = 10;

    /// <summary>From this amount on, in soles, a second, different person must approve too; 0 never asks for one.</summary>
    /// <value>Default 3000.</value>
    [Range(0, 1_000_000, ErrorMessage = "takes 0 to 1000000 soles")]
    public decimal SecondApprovalAmount { get; set; } = 3000m;

    /// <summary>
    /// A hold that ends undecided approves orders under this amount, in soles, and rejects all others; 0 rejects all. An order that is marked for
    /// money laundering, handed to a lead, or in need of a second person is rejected whatever its amount.
    /// </summary>
    /// <value>Default 0.</value>
    [Range(0, 1_000_000, ErrorMessage = "takes 0 to 1000000 soles")]
    public decimal ApproveUnder { get; set; }

    /// <summary>
    /// The hours that all analysts together have for review in a day; previews of rules hold against it what a draft would cost. 0 where that is
    /// nobody's to say: hours are shown without a limit.
    /// </summary>
    /// <value>Default 0; 0 to 2400.</value>
    [Range(0, 2400, ErrorMessage = "takes 0 to 2400 hours")]
    public double AnalystHoursPerDay { get; set; }

    /// <summary>The reasons for an approval that people choose from, as stable words; empty takes the built-in ones.</summary>
    public string[] ApproveReasons { get; set; } = [];

    /// <summary>The reasons for a rejection that people choose from, as stable words; empty takes the built-in ones.</summary>
    public string[] RejectReasons { get; set; } = [];

    /// <summary>The reasons that people choose from for a decision, the first being the usual one.</summary>
    public IReadOnlyList<string> ReasonsFor(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Approve => ApproveReasons.Length > 0 ? ApproveReasons : WhyApproved,
        ReviewDecision.Reject => RejectReasons.Length > 0 ? RejectReasons : WhyRejected,
    };

    /// <summary>Whether a second person must approve an amount.</summary>
    public bool NeedsSecond(decimal inSoles) => SecondApprovalAmount > 0 && inSoles >= SecondApprovalAmount;

    /// <summary>How a hold ends that nobody decided.</summary>
    public ReviewDecision AtHoldEnd(ReviewCase held) =>
        held.StakeMinor < ApproveUnder * 100 && held is { Aml: false, NeedsSecond: false, EscalatedAt: null } ? ReviewDecision.Approve : ReviewDecision.Reject;
}
