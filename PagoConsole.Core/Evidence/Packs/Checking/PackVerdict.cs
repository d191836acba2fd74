namespace PagoConsole.Core.Evidence.Packs.Checking;

/// <summary>A part of the check of a pack, in the order in which they are made.</summary>
public enum PackCheck
{
    /// <summary>The list of sums is signed by the key in the pack.</summary>
    Signature,

    /// <summary>Every file is listed, there, and has the sum that the list says.</summary>
    Sums,

    /// <summary>The manifest says the same.</summary>
    Manifest,

    /// <summary>Every entry of the journal follows the one before it.</summary>
    Journal,

    /// <summary>Every private part fits the digest in its entry.</summary>
    PrivateParts,

    /// <summary>Every message of PagoEfectivo is the one that an entry names by its sum.</summary>
    Deliveries,

    /// <summary>The journal is in every seal, and the seal is signed.</summary>
    Seals,

    /// <summary>The keys are those of this installation.</summary>
    OwnKeys,

    /// <summary>The journal is the one of this installation, which knows of the pack.</summary>
    OwnJournal,
}

/// <summary>How a pack does not hold.</summary>
public enum PackFaultKind
{
    /// <summary>It cannot be read as a ZIP.</summary>
    NotReadable,

    /// <summary>A file has a name that no pack has: one that leads out of its folder, or one that is there twice.</summary>
    NameNotAllowed,

    /// <summary>A file that every pack has, or that the list names, is not there.</summary>
    FileMissing,

    /// <summary>A file is there that the list does not name.</summary>
    FileNotListed,

    /// <summary>A line of the list is not a sum and a path.</summary>
    LineNotReadable,

    /// <summary>The key is none.</summary>
    KeyNotReadable,

    /// <summary>The signature is not of the key over these bytes.</summary>
    SignatureWrong,

    /// <summary>The file is not the one that was listed.</summary>
    SumDiffers,

    /// <summary>The manifest says something else than what is there.</summary>
    ManifestDiffers,

    /// <summary>The bytes are not those of an entry of this order at this position.</summary>
    EntryNotReadable,

    /// <summary>The entry does not follow the one before it.</summary>
    EntryNotFollowing,

    /// <summary>The last entry is not the head.</summary>
    HeadDiffers,

    /// <summary>The private part does not fit the digest in its entry.</summary>
    PrivatePartDiffers,

    /// <summary>The message is not the one that its entry names.</summary>
    DeliveryDiffers,

    /// <summary>The leaf does not name an entry of this journal with its hash.</summary>
    LeafDiffers,

    /// <summary>The steps do not lead to the root.</summary>
    RootDiffers,

    /// <summary>The key is none of this installation.</summary>
    KeyNotOurs,

    /// <summary>This installation's journal has another entry at that position, or none.</summary>
    EntryNotOurs,

    /// <summary>This installation's journal does not know of the pack.</summary>
    PackNotOurs,
}

/// <summary>Where a pack does not hold.</summary>
/// <param name="Kind">How.</param>
/// <param name="File">The file, as the pack has it.</param>
public sealed record PackFault(PackFaultKind Kind, string File);

/// <summary>A check that held.</summary>
/// <param name="Check">Which one.</param>
/// <param name="Count">How many files, entries or seals it went through.</param>
public sealed record PackChecked(PackCheck Check, int Count);

/// <summary>What the check of a pack came to.</summary>
public sealed record PackVerdict
{
    /// <summary>The first thing that does not hold; null when all does.</summary>
    public PackFault? Fault { get; init; }

    /// <summary>What was checked and held, up to the fault.</summary>
    public IReadOnlyList<PackChecked> Checks { get; init; } = [];

    /// <summary>The order that the pack is about; null while that is not known.</summary>
    public string? OrderId { get; init; }

    /// <summary>The pack's id.</summary>
    public string? PackId { get; init; }

    /// <summary>When it says it was made.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The key that signed it: 16 digits of its fingerprint.</summary>
    public string? KeyId { get; init; }

    /// <summary>SHA-256 of the list of sums.</summary>
    public string? SumsSha256 { get; init; }

    /// <summary>The hashes of the journal's entries, the first one first.</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    /// <summary>Whether all that was checked holds.</summary>
    public bool Holds => Fault is null;
}
