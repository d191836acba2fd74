using System.Security.Cryptography;
using System.Text;
using PagoConsole.Core.Evidence.Packs.Checking;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Packs;

/// <summary>Whatever is done to a pack is found, and the file is named; the clumsy way and the clever one.</summary>
public sealed class TamperedPackTests() : PackTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Any_file_that_is_changed_removed_or_added_is_named()
    {
        var files = FilesOf(await PackAsync(await DisputedAsync(), Lead, "Dispute"));
        Assert.Null(Check(files).Fault);

        // One of each kind: the first of a folder.
        foreach (var path in files.Keys.Except(["SHA256SUMS", "manifest.sig", "key.pem"]).GroupBy(path => (Path.GetDirectoryName(path), Path.GetExtension(path)), (_, same) => same.First()))
        {
            Assert.Equal(new PackFault(PackFaultKind.SumDiffers, path), Check(With(files, path, [.. files[path], (byte)' '])).Fault);
            Assert.Equal(new PackFault(PackFaultKind.FileMissing, path), Check(Without(files, path)).Fault);
        }

        Assert.Equal(new PackFault(PackFaultKind.FileNotListed, "records/more.json"), Check(With(files, "records/more.json", [1])).Fault);
        Assert.Equal(new PackFault(PackFaultKind.NameNotAllowed, "../more.json"), Check(With(files, "../more.json", [1])).Fault);
        Assert.Equal(new PackFault(PackFaultKind.SignatureWrong, "SHA256SUMS"), Check(With(files, "SHA256SUMS", [.. files["SHA256SUMS"], (byte)'\n'])).Fault);
        Assert.Equal(new PackFault(PackFaultKind.SignatureWrong, "SHA256SUMS"), Check(With(files, "manifest.sig", Flipped(files["manifest.sig"]))).Fault);
        Assert.Equal(new PackFault(PackFaultKind.KeyNotReadable, "key.pem"), Check(With(files, "key.pem", [1, 2, 3])).Fault);
        Assert.Equal(new PackFault(PackFaultKind.FileMissing, "manifest.sig"), Check(Without(files, "manifest.sig")).Fault);
        Assert.Equal(PackFaultKind.NotReadable, Check([1, 2, 3]).Fault!.Kind);
    }

    [Fact]
    public async Task Who_signs_anew_with_a_key_of_his_own_is_found_by_the_chain_or_by_the_key()
    {
        var files = FilesOf(await PackAsync(await DisputedAsync(), Lead, "Dispute"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        PackFault? Forged(string path, byte[] content) => Check(Signed(With(files, path, content), key)).Fault;

        Assert.Equal(new PackFault(PackFaultKind.EntryNotFollowing, "journal/000003.bin"), Forged("journal/000002.bin", Replaced(files["journal/000002.bin"], "payment", "paYment")));
        Assert.Equal(new PackFault(PackFaultKind.EntryNotReadable, "journal/000002.bin"), Forged("journal/000002.bin", files["journal/000003.bin"]));
        Assert.Equal(new PackFault(PackFaultKind.HeadDiffers, "journal/HEAD"), Forged("journal/HEAD", Encoding.ASCII.GetBytes(new string('0', 64))));
        Assert.Equal(new PackFault(PackFaultKind.DeliveryDiffers, "raw/deliveries/000001.body"), Forged("raw/deliveries/000001.body", Replaced(files["raw/deliveries/000001.body"], "120.00", "999.00")));
        var part = files.Keys.First(path => path.StartsWith("private/", StringComparison.Ordinal));
        Assert.Equal(new PackFault(PackFaultKind.PrivatePartDiffers, part), Forged(part, [.. files[part], (byte)' ']));
        Assert.Equal(new PackFault(PackFaultKind.LeafDiffers, "seals/2026-11-22/leaf.bin"), Forged("seals/2026-11-22/leaf.bin", Replaced(files["seals/2026-11-22/leaf.bin"], "head\n", "head\n1")));
        Assert.Equal(new PackFault(PackFaultKind.RootDiffers, "seals/2026-11-22/step-01.bin"), Forged("seals/2026-11-22/step-01.bin", new byte[65]));
        Assert.Equal(new PackFault(PackFaultKind.RootDiffers, "seals/2026-11-23/statement.json"), Forged("seals/2026-11-23/statement.json", files["seals/2026-11-22/statement.json"]));
        Assert.Equal(
            new PackFault(PackFaultKind.SignatureWrong, "seals/2026-11-23/statement.json"),
            Forged("seals/2026-11-23/statement.json", Replaced(files["seals/2026-11-23/statement.json"], "\"streams\":", "\"streams\":1")));
        Assert.Equal(new PackFault(PackFaultKind.FileMissing, "journal/000002.bin"), Check(Signed(Without(files, "journal/000002.bin"), key)).Fault);

        // What no chain covers he can write as he likes: then the key is not ours.
        var forged = Check(Signed(With(files, "summary.en.html", [1]), key));
        Assert.Null(forged.Fault);
        Assert.Equal(PackFaultKind.KeyNotOurs, (await Get<CompareWithStore>().RunAsync(forged, Ct)).Fault!.Kind);
    }

    [Fact]
    public async Task A_store_that_was_changed_since_does_not_know_the_pack_any_more()
    {
        var orderId = await DisputedAsync();
        var verdict = Check(await PackAsync(orderId, Auditor));
        Assert.True((await Get<CompareWithStore>().RunAsync(verdict, Ct)).Holds);

        await Get<Writes>().DoAsync(async tx => await tx.Db.ExecuteAsync("UPDATE journal SET hash = prev_hash WHERE stream = @p0 AND position = 3", [$"order/{orderId}"], Ct), Ct);

        Assert.Equal(new PackFault(PackFaultKind.EntryNotOurs, "journal/000003.bin"), (await Get<CompareWithStore>().RunAsync(verdict, Ct)).Fault);
    }

    private static Dictionary<string, byte[]> With(Dictionary<string, byte[]> files, string path, byte[] content) => new(files) { [path] = content };

    private static Dictionary<string, byte[]> Without(Dictionary<string, byte[]> files, string path)
    {
        var left = new Dictionary<string, byte[]>(files);
        left.Remove(path);
        return left;
    }

    private static byte[] Flipped(byte[] bytes) => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];

    private static byte[] Replaced(byte[] bytes, string from, string to) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(from, to, StringComparison.Ordinal));

    /// <summary>The pack as a forger would make it whole again: manifest, sums, key and signature anew.</summary>
    private static Dictionary<string, byte[]> Signed(Dictionary<string, byte[]> files, ECDsa key)
    {
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(files["manifest.json"])!;
        var keyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        files = With(files, "key.pem", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()));
        manifest["key"]!["keyId"] = keyId;
        var named = manifest["files"]!.AsArray();
        foreach (var file in named.ToList())
        {
            var path = file!["path"]!.GetValue<string>();
            if (!files.TryGetValue(path, out var content)) named.Remove(file);
            else file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content));
        }

        files = With(files, "manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()));
        var listed = files.Where(file => file.Key is not ("SHA256SUMS" or "manifest.sig"));
        var sums = Encoding.ASCII.GetBytes(string.Concat(listed.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Value))}  {file.Key}\n")));
        return With(With(files, "SHA256SUMS", sums), "manifest.sig", key.SignData(sums, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
