using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PagoConsole.Core.Evidence.Seals;

namespace PagoConsole.Core.Evidence.Packs.Checking;

/// <summary>Climbs from the order's leaf to the root of each seal in a pack.</summary>
internal static class CheckPackedSeals
{
    private const int Hash = SHA256.HashSizeInBytes;

    public static PackVerdict Run(PackArchive pack, string stream, PackVerdict verdict)
    {
        var days = pack.Under(PackPaths.Seals).Select(path => path[..(path.LastIndexOf('/') + 1)]).Distinct().ToList();
        foreach (var day in days) Check(pack, day, stream, verdict.Hashes);
        return verdict.And(PackCheck.Seals, days.Count);
    }

    private static void Check(PackArchive pack, string day, string stream, IReadOnlyList<string> hashes)
    {
        var leaf = pack.Read(day + PackSeals.Leaf);
        var text = leaf.Length == 0 || leaf[0] != 0 ? [] : Encoding.UTF8.GetString(leaf.AsSpan(1)).Split('\n', 4);
        var fits = text is ["head", var number, var head, var name] && name == stream
            && int.TryParse(number, out var position) && position > 0 && position <= hashes.Count && hashes[position - 1] == head;
        if (!fits) throw new PackFaultException(PackFaultKind.LeafDiffers, day + PackSeals.Leaf);

        var root = Climb(pack, day, SHA256.HashData(leaf));
        if (Encoding.ASCII.GetString(pack.Read(day + PackSeals.Root)).TrimEnd() != root) throw new PackFaultException(PackFaultKind.RootDiffers, day + PackSeals.Root);
        if (!Names(pack.Read(day + PackSeals.Statement), root, day[PackPaths.Seals.Length..^1])) throw new PackFaultException(PackFaultKind.RootDiffers, day + PackSeals.Statement);
        CheckPack.Signed(pack, day + PackSeals.Key, day + PackSeals.Signature, day + PackSeals.Statement);
    }

    private static string Climb(PackArchive pack, string day, byte[] hash)
    {
        for (var step = 1; pack.Has(day + PackSeals.StepOf(step)); step++)
        {
            var node = pack.Read(day + PackSeals.StepOf(step));
            var holds = node.Length == 1 + (2 * Hash) && node[0] == 1
                && (node.AsSpan(1, Hash).SequenceEqual(hash) || node.AsSpan(1 + Hash, Hash).SequenceEqual(hash));
            if (!holds) throw new PackFaultException(PackFaultKind.RootDiffers, day + PackSeals.StepOf(step));
            hash = SHA256.HashData(node);
        }

        return Convert.ToHexStringLower(hash);
    }

    private static bool Names(byte[] statement, string root, string day)
    {
        try
        {
            var said = JsonElement.Parse(statement);
            return said.GetProperty("root").GetString() == root && said.GetProperty("day").GetString() == day;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
