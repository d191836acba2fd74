namespace PagoConsole.Core.Intake;

/// <summary>Where a dispute stands.</summary>
public enum DisputeState
{
    /// <summary>It is to be answered, or the answer is being judged.</summary>
    Open,

    /// <summary>It was decided for the marketplace.</summary>
    Won,

    /// <summary>It was decided for the buyer's side.</summary>
    Lost,

    /// <summary>The marketplace gave in without contesting it.</summary>
    Accepted,

    /// <summary>The buyer's side took it back.</summary>
    Withdrawn,
}

/// <summary>What a dispute is about, as whoever works on it reads the words of the buyer's side.</summary>
public enum DisputeReason
{
    /// <summary>The goods never came.</summary>
    NotReceived,

    /// <summary>The goods are broken, or other ones than were sold.</summary>
    NotAsDescribed,

    /// <summary>The buyer says that somebody else ordered.</summary>
    NotAuthorised,

    /// <summary>The buyer paid twice.</summary>
    ChargedTwice,

    /// <summary>A refund that was promised did not come.</summary>
    RefundMissing,

    /// <summary>Another amount was taken than was agreed.</summary>
    WrongAmount,

    /// <summary>The order had been called off.</summary>
    CalledOff,

    /// <summary>None of these.</summary>
    Other,
}
