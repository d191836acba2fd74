namespace PagoConsole.ReviewQueue.Queue;

/// <summary>Names the resource triple of the queue page.</summary>
internal sealed class QueueText;
