namespace PagoConsole.ReviewQueue.Case;

/// <summary>Names the resource triple of the case page.</summary>
internal sealed class CaseText;
