namespace PagoConsole.Core.Journal;

/// <summary>How an entry, or what belongs to it, does not hold.</summary>
public enum JournalFaultKind
{
    /// <summary>There is no entry at this position, and the stream goes on behind it.</summary>
    Missing,

    /// <summary>The stream ends before this position, and should not.</summary>
    Cut,

    /// <summary>It does not follow the entry before it.</summary>
    NotFollowing,

    /// <summary>Its content does not fit its hash.</summary>
    Changed,

    /// <summary>It stands before its predecessor in the journal.</summary>
    OutOfOrder,

    /// <summary>The stream's head is not the hash of its last entry.</summary>
    HeadDiffers,

    /// <summary>The stream has entries and no head.</summary>
    NoHead,

    /// <summary>It stands behind its stream's head, which does not know it.</summary>
    BeyondHead,

    /// <summary>Its private part is gone, and no erasing accounts for it.</summary>
    PrivateMissing,

    /// <summary>Its private part does not fit its digest.</summary>
    PrivateChanged,

    /// <summary>There is a private part that belongs to no entry.</summary>
    PrivateWithoutEntry,
}

/// <summary>Where the journal does not hold.</summary>
/// <param name="Kind">How.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Position">The position in it.</param>
/// <param name="Seq">The entry's number in the whole journal, where there is an entry.</param>
public sealed record JournalFault(JournalFaultKind Kind, string Stream, long Position, long? Seq = null);

/// <summary>What a check of the journal found.</summary>
/// <param name="Entries">Entries that were checked.</param>
/// <param name="Streams">Streams that were walked.</param>
/// <param name="Faults">The first fault of each stream that does not hold, at most <see cref="JournalVerifier.MostFaults"/>; none when all do.</param>
/// <param name="ErasedUnder">Every number under which private parts were erased, as the entries about it say.</param>
public sealed record JournalVerdict(long Entries, long Streams, IReadOnlyList<JournalFault> Faults, IReadOnlySet<int> ErasedUnder)
{
    /// <summary>The first entry that does not hold; null when all do.</summary>
    public JournalFault? Broken => Faults.Count == 0 ? null : Faults[0];
}
