namespace PagoConsole.ReviewQueue;

/// <summary>Names the resource triple of the review queue.</summary>
internal sealed class ReviewText;
