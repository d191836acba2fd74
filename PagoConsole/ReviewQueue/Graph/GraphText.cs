namespace PagoConsole.ReviewQueue.Graph;

/// <summary>Names the resource triple of the link graph, the related orders and the similar cases.</summary>
internal sealed class GraphText;
