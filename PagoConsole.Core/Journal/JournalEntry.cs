using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.Journal;

/// <summary>One thing that happened: never changed, never deleted, chained by hash to what happened before it in the same stream.</summary>
public sealed class JournalEntry
{
    /// <summary>Grows over the whole journal; commits may become visible in another order, see <see cref="JournalTail"/>.</summary>
    public long Seq { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it happened to: <c>order/ID</c>, or a day such as <c>door/2026-11-22</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>1, 2, 3 … within its stream.</summary>
    public required long Position { get; init; }

    /// <summary>What happened, for example <c>order.paid</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The order it is about, if it is about one.</summary>
    public string? OrderId { get; init; }

    /// <summary>Who did it, as <see cref="Foundation.Actor.Signature"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>Details as JSON text, without personal data; exactly these characters are hashed.</summary>
    public required string Data { get; init; }

    /// <summary>SHA-256 of salt and private part, if there is one; outlives the private part itself.</summary>
    public byte[]? PrivateDigest { get; init; }

    /// <summary>The hash of the entry before it in its stream; 32 zero bytes for the first.</summary>
    public required byte[] PrevHash { get; init; }

    /// <summary>SHA-256 over all of the above but <see cref="Seq"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What the first entry of a stream follows.</summary>
    public static byte[] Genesis { get; } = new byte[32];

    /// <summary>
    /// SHA-256 of the previous hash, then each field as four bytes of length (big endian) and its UTF-8 text: stream, position, instant
    /// in Unix milliseconds, kind, order, actor, data, private digest in small hexadecimal; what is absent has length 0.
    /// </summary>
    public byte[] ComputeHash()
    {
        var hash = new byte[JournalHash.Length];
        JournalHash.Compute(PrevHash, Stream, Position, At.ToUnixTimeMilliseconds(), Kind, OrderId, Actor, Data, PrivateDigest, hash);
        return hash;
    }
}

/// <summary>How far a stream has come: locked in the transaction that appends to it.</summary>
public sealed class JournalStream
{
    /// <summary>The stream's name.</summary>
    public required string Stream { get; init; }

    /// <summary>The position of its last entry.</summary>
    public required long Position { get; init; }

    /// <summary>The hash of its last entry.</summary>
    public required byte[] HeadHash { get; init; }
}

/// <summary>Personal data that belongs to an entry, in a table of its own: it can be erased and the chain still holds.</summary>
public sealed class JournalPrivate
{
    /// <summary>The stream of the entry.</summary>
    public required string Stream { get; init; }

    /// <summary>The entry's position in it.</summary>
    public required long Position { get; init; }

    /// <summary>Random, so that a short text cannot be found by trying.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>JSON text.</summary>
    public required string Text { get; init; }

    /// <summary>What the entry's hash covers instead of the text.</summary>
    public static byte[] DigestOf(byte[] salt, string text) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]);
}
