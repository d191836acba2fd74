namespace PagoConsole.Core.Review;

/// <summary>Kinds of journal entries about a case.</summary>
public static class ReviewEvents
{
    /// <summary>What they all begin with.</summary>
    public const string Prefix = "review.";

    /// <summary>The bell of the pump that carries decisions out.</summary>
    public const string Bell = "decisions";

    /// <summary>Somebody took it in hand.</summary>
    public const string Claimed = "review.claimed";

    /// <summary>Whoever had it let go.</summary>
    public const string Released = "review.released";

    /// <summary>A lead took it from whoever had it.</summary>
    public const string TakenOver = "review.taken_over";

    /// <summary>It was handed to a lead.</summary>
    public const string Escalated = "review.escalated";

    /// <summary>The marketplace was asked for more.</summary>
    public const string InformationRequested = "review.information_requested";

    /// <summary>The first of two approved.</summary>
    public const string FirstApproval = "review.first_approval";

    /// <summary>It was decided.</summary>
    public const string Decided = "review.decided";

    /// <summary>A decision was taken back before it took effect.</summary>
    public const string TakenBack = "review.taken_back";

    /// <summary>A part of the hold time has passed without a decision.</summary>
    public const string Warning = "review.warning";

    /// <summary>The hold time ended without a decision.</summary>
    public const string HoldEnded = "review.hold_ended";
}
