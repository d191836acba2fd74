namespace PagoConsole.Core.Review;

/// <summary>Kinds of journal entries about a case.</summary>
public static class ReviewEvents
{
    /// <summary>The bell of the pump that carries decisions out.</summary>
    public const string Bell = "decisions";

    /// <summary>The first of two approved.</summary>
    public const string FirstApproval = "review.first_approval";

    /// <summary>It was decided.</summary>
    public const string Decided = "review.decided";

    /// <summary>A decision was taken back before it took effect.</summary>
    public const string TakenBack = "review.taken_back";

    /// <summary>The hold time ended without a decision.</summary>
    public const string HoldEnded = "review.hold_ended";
}
