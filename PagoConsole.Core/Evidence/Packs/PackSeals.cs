using System.Text;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Evidence.Signing;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>
/// The seals that the order's journal is in, as files that anybody can hash: the bytes of the leaf, of each node up to the root, what was signed,
/// and the signature.
/// </summary>
internal static class PackSeals
{
    public const string Leaf = "leaf.bin", Root = "ROOT", Statement = "statement.json", Signature = "statement.sig", Key = "key.pem";

    public static IEnumerable<PackFile> Of(string stream, IReadOnlyList<SealInclusion> seals, IReadOnlyList<SigningKeyView> keys)
    {
        foreach (var seal in seals)
        {
            yield return File(seal, Leaf, LeafOf(stream, seal));
            var hash = seal.Leaf;
            foreach (var ((left, neighbour), number) in seal.Path.Select((step, at) => (step, at + 1)))
            {
                var node = NodeOf(left ? neighbour : hash, left ? hash : neighbour);
                yield return File(seal, StepOf(number), node);
                hash = MerkleTree.Climb(hash, [(left, neighbour)]);
            }

            yield return File(seal, Root, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(seal.Root) + "\n"));
            yield return File(seal, Statement, seal.Statement);
            yield return File(seal, Signature, seal.Signature);
            if (keys.FirstOrDefault(key => key.KeyId == seal.KeyId) is { } key) yield return File(seal, Key, Encoding.ASCII.GetBytes(key.Pem));
        }
    }

    public static string StepOf(int number) => FormattableString.Invariant($"step-{number:D2}.bin");

    /// <summary>Byte 0 and the leaf's text: what the leaf's hash covers.</summary>
    public static byte[] LeafOf(string stream, SealInclusion seal) => [0, .. SealLeaf.TextOf(stream, seal.Position, seal.HeadHash)];

    /// <summary>Byte 1 and both children: what a node's hash covers.</summary>
    private static byte[] NodeOf(byte[] left, byte[] right) => [1, .. left, .. right];

    private static PackFile File(SealInclusion seal, string name, byte[] content) => PackFile.Of(PackPaths.Seal(seal.Day, name), PackPart.Seal, content);
}
