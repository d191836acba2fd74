using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Review;

/// <summary>Section <c>Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Review";

    /// <summary>How long a case may wait, in hours; then it is rejected and the stock is free.</summary>
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
}
