using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.Packs.Checking;

/// <summary>Checks a pack by itself: no store, no key but the one in it.</summary>
public static class CheckPack
{
    /// <summary>Checks it and stops at the first thing that does not hold.</summary>
    public static PackVerdict Run(Stream content)
    {
        var verdict = new PackVerdict();
        try
        {
            using var pack = new PackArchive(content);
            verdict = Signature(pack, verdict);
            verdict = Sums(pack, verdict);
            verdict = Manifest(pack, verdict);
            verdict = CheckPackedJournal.Run(pack, Order.StreamOf(verdict.OrderId!), verdict);
            return CheckPackedSeals.Run(pack, Order.StreamOf(verdict.OrderId!), verdict);
        }
        catch (PackFaultException broken)
        {
            return verdict with { Fault = broken.Fault };
        }
        catch (InvalidDataException)
        {
            return verdict with { Fault = new(PackFaultKind.NotReadable, "") };
        }
    }

    internal static PackVerdict And(this PackVerdict verdict, PackCheck check, int count) => verdict with { Checks = [.. verdict.Checks, new(check, count)] };

    /// <summary>Throws unless the signature holds.</summary>
    internal static void Signed(PackArchive pack, string key, string signature, string over)
    {
        var (pem, content, der) = (Encoding.UTF8.GetString(pack.Read(key)), pack.Read(over), pack.Read(signature));
        try
        {
            if (!InstallationKey.Holds(pem, content, der)) throw new PackFaultException(PackFaultKind.SignatureWrong, over);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            throw new PackFaultException(PackFaultKind.KeyNotReadable, key);
        }
    }

    /// <summary>The id of a public key: the first 16 hexadecimal digits of the SHA-256 of its DER form.</summary>
    internal static string IdOf(PackArchive pack, string key)
    {
        using var pair = ECDsa.Create();
        pair.ImportFromPem(Encoding.UTF8.GetString(pack.Read(key)));
        return Convert.ToHexStringLower(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
    }

    private static PackVerdict Signature(PackArchive pack, PackVerdict verdict)
    {
        Signed(pack, PackPaths.Key, PackPaths.Signature, PackPaths.Sums);
        return (verdict with { KeyId = IdOf(pack, PackPaths.Key), SumsSha256 = pack.SumOf(PackPaths.Sums) }).And(PackCheck.Signature, 1);
    }

    private static PackVerdict Sums(PackArchive pack, PackVerdict verdict)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { PackPaths.Sums, PackPaths.Signature };
        var lines = Encoding.UTF8.GetString(pack.Read(PackPaths.Sums)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            if (line.Length < 67 || line[64..66] != "  " || !listed.Add(line[66..])) throw new PackFaultException(PackFaultKind.LineNotReadable, PackPaths.Sums);
            if (pack.SumOf(line[66..]) != line[..64]) throw new PackFaultException(PackFaultKind.SumDiffers, line[66..]);
        }

        return pack.Paths.FirstOrDefault(path => !listed.Contains(path)) is { } more
            ? throw new PackFaultException(PackFaultKind.FileNotListed, more)
            : verdict.And(PackCheck.Sums, lines.Length);
    }

    private static PackVerdict Manifest(PackArchive pack, PackVerdict verdict)
    {
        try
        {
            var manifest = JsonElement.Parse(pack.Read(PackPaths.Manifest));
            var files = manifest.GetProperty("files").EnumerateArray().ToList();
            var same = manifest.GetProperty("format").GetString() == PackManifest.Format
                && manifest.GetProperty("key").GetProperty("keyId").GetString() == verdict.KeyId
                && files.Count == pack.Paths.Count - 3 // itself, the list and the signature
                && files.TrueForAll(file => pack.SumOf(file.GetProperty("path").GetString()!) == file.GetProperty("sha256").GetString());
            if (!same) throw new PackFaultException(PackFaultKind.ManifestDiffers, PackPaths.Manifest);
            return (verdict with
            {
                OrderId = manifest.GetProperty("orderId").GetString(),
                PackId = manifest.GetProperty("packId").GetString(),
                MadeAt = manifest.GetProperty("madeAt").GetDateTimeOffset(),
            }).And(PackCheck.Manifest, files.Count);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PackFaultException(PackFaultKind.ManifestDiffers, PackPaths.Manifest);
        }
    }
}
