using System.Text;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>
/// A business day, sealed: the root of a hash tree over the previous day's seal and the heads of all streams that changed, signed. Whoever
/// keeps it elsewhere can tell later whether anything of that day or before was changed or removed.
/// </summary>
public sealed class DailySeal
{
    /// <summary>What the first seal follows.</summary>
    public static byte[] Genesis { get; } = new byte[32];

    /// <summary>The business day in Lima.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The root of the tree; its first leaf is the previous seal, the others are the streams in the order of their names.</summary>
    public required byte[] Root { get; init; }

    /// <summary>The root of the day before; 32 zero bytes for the first.</summary>
    public required byte[] PreviousRoot { get; init; }

    /// <summary>How many streams had changed.</summary>
    public required long Streams { get; init; }

    /// <summary>How many entries it covers that no earlier seal does.</summary>
    public required long Entries { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The key that signed it.</summary>
    public required string KeyId { get; init; }

    /// <summary>The signature over <see cref="Statement"/>: ECDSA P-256 over SHA-256, DER.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>All entries up to this number of the journal are covered by this seal or an earlier one; the next one reads on from here.</summary>
    public required long CoveredSeq { get; init; }

    /// <summary>When it was last checked.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What that check found; null when it held.</summary>
    public SealFaultKind? Fault { get; set; }

    /// <summary>Exactly the bytes that are signed.</summary>
    public byte[] Statement => StatementOf(Day, Root, PreviousRoot, Streams, Entries, SealedAt);

    /// <summary>The statement of a seal: one line of JSON in UTF-8, without an end of line.</summary>
    public static byte[] StatementOf(DateOnly day, byte[] root, byte[] previous, long streams, long entries, DateTimeOffset sealedAt) => Encoding.UTF8.GetBytes(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $$"""{"what":"PagoConsole daily seal, version 1","day":"{{day:yyyy-MM-dd}}","root":"{{Convert.ToHexStringLower(root)}}","previousRoot":"{{Convert.ToHexStringLower(previous)}}","streams":{{streams}},"entries":{{entries}},"sealedAt":"{{sealedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}"}"""));
}

/// <summary>A stream as a day's seal has it: one leaf of the tree. Kept, so that what was sealed can be told when the journal no longer fits it.</summary>
public sealed class SealLeaf
{
    /// <summary>The day of the seal.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its place in the tree; 0 is the previous seal, which is no row.</summary>
    public required int Number { get; init; }

    /// <summary>The stream.</summary>
    public required string Stream { get; init; }

    /// <summary>The position of its last entry of that day.</summary>
    public required long Position { get; init; }

    /// <summary>The hash of that entry.</summary>
    public required byte[] HeadHash { get; init; }

    /// <summary>The text of a stream's leaf: the word <c>head</c>, the position, the hash in small hexadecimal, the stream, each on a line of its own.</summary>
    public static byte[] TextOf(string stream, long position, byte[] headHash) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"head\n{position}\n{Convert.ToHexStringLower(headHash)}\n{stream}"));

    /// <summary>The text of the first leaf: the word <c>previous</c> and the root of the day before, in small hexadecimal.</summary>
    public static byte[] TextOfPrevious(byte[] root) => Encoding.UTF8.GetBytes($"previous\n{Convert.ToHexStringLower(root)}");
}
