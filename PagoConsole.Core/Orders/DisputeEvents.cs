namespace PagoConsole.Core.Orders;

/// <summary>Kinds of journal entries about the case of a dispute, in the stream of its order; the host has words for each in three languages.</summary>
public static class DisputeEvents
{
    /// <summary>What the kinds begin with.</summary>
    public const string Prefix = "dispute.";

    /// <summary>Somebody works on it.</summary>
    public const string Assigned = "dispute.assigned";

    /// <summary>Nobody in particular works on it any more.</summary>
    public const string Released = "dispute.released";

    /// <summary>Somebody said what it is about.</summary>
    public const string Classified = "dispute.classified";

    /// <summary>It is to be answered by another date.</summary>
    public const string Postponed = "dispute.postponed";

    /// <summary>A piece of proof was ticked, or the tick taken away.</summary>
    public const string ProofTicked = "dispute.proof_ticked";

    /// <summary>A file was attached.</summary>
    public const string FileAttached = "dispute.file_attached";

    /// <summary>Somebody took a copy of a file.</summary>
    public const string FileTaken = "dispute.file_taken";

    /// <summary>Proof was handed in.</summary>
    public const string HandedIn = "dispute.handed_in";

    /// <summary>It ended; the details say how.</summary>
    public const string Closed = "dispute.closed";

    /// <summary>It is open again.</summary>
    public const string Reopened = "dispute.reopened";
}
