namespace PagoConsole.Core.Evidence.Seals;

/// <summary>How a seal does not hold, or the journal does not fit it.</summary>
public enum SealFaultKind
{
    /// <summary>There is no seal of this day, and there should be.</summary>
    DayMissing,

    /// <summary>It does not follow the seal of the day before.</summary>
    NotFollowing,

    /// <summary>Its signature is not over what it says.</summary>
    SignatureWrong,

    /// <summary>The key that signed it is not known here.</summary>
    KeyUnknown,

    /// <summary>Its leaves do not lead to its root: some were changed, added or reordered.</summary>
    RootDiffers,

    /// <summary>Leaves of it are missing.</summary>
    LeavesMissing,

    /// <summary>Its root is not what the journal says was sealed.</summary>
    NotAsJournalled,

    /// <summary>The journal has no entry where the seal says there was one: a stream was removed or cut short.</summary>
    EntryMissing,

    /// <summary>The journal has another entry than the one that was sealed: the stream was written anew.</summary>
    EntryDiffers,
}

/// <summary>Where a seal does not hold.</summary>
/// <param name="Kind">How.</param>
/// <param name="Day">The day of the seal.</param>
/// <param name="Stream">The stream that was sealed, where it is about one.</param>
/// <param name="Position">The position in it.</param>
public sealed record SealFault(SealFaultKind Kind, DateOnly Day, string? Stream = null, long? Position = null);

/// <summary>What a check of the seals found.</summary>
/// <param name="Seals">Seals that were checked.</param>
/// <param name="Leaves">Leaves that were compared with the journal.</param>
/// <param name="Faults">What does not hold, by day; none when all do.</param>
public sealed record SealsVerdict(long Seals, long Leaves, IReadOnlyList<SealFault> Faults);
