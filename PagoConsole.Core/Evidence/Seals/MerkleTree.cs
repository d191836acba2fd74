using System.Security.Cryptography;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>
/// The hash tree of RFC 6962 (section 2.1): a leaf is SHA-256 of byte 0 and its text, a node SHA-256 of byte 1 and its two children, so that
/// no node can be passed off as a leaf. A node without a neighbour goes up as it is.
/// </summary>
public static class MerkleTree
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>The hash of a leaf.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> text)
    {
        var all = new byte[text.Length + 1];
        all[0] = LeafMark;
        text.CopyTo(all.AsSpan(1));
        return SHA256.HashData(all);
    }

    /// <summary>The hash of a node.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> all = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        all[0] = NodeMark;
        left.CopyTo(all[1..]);
        right.CopyTo(all[(1 + left.Length)..]);
        return SHA256.HashData(all[..(1 + left.Length + right.Length)]);
    }

    /// <summary>The root over leaves.</summary>
    /// <exception cref="ArgumentException">There is no leaf.</exception>
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 0) throw new ArgumentException("A tree has at least one leaf.", nameof(leaves));
        var level = leaves;
        while (level.Count > 1) level = Above(level);
        return level[0];
    }

    /// <summary>What a leaf is to be hashed with, from the leaf up to the root: the neighbour, and whether it stands on the left.</summary>
    public static IReadOnlyList<(bool Left, byte[] Hash)> Path(IReadOnlyList<byte[]> leaves, int index)
    {
        var path = new List<(bool, byte[])>();
        for (var level = leaves; level.Count > 1; level = Above(level), index /= 2)
        {
            var neighbour = index ^ 1;
            if (neighbour < level.Count) path.Add((neighbour < index, level[neighbour]));
        }

        return path;
    }

    /// <summary>The root that a leaf and its path lead to.</summary>
    public static byte[] Climb(byte[] leaf, IEnumerable<(bool Left, byte[] Hash)> path) =>
        path.Aggregate(leaf, (hash, step) => step.Left ? Node(step.Hash, hash) : Node(hash, step.Hash));

    private static byte[][] Above(IReadOnlyList<byte[]> level)
    {
        var above = new byte[(level.Count + 1) / 2][];
        for (var i = 0; i < above.Length; i++) above[i] = (2 * i) + 1 < level.Count ? Node(level[2 * i], level[(2 * i) + 1]) : level[2 * i];
        return above;
    }
}
