using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Evidence.Packs;

/// <summary>Somebody with only unzip, sha256sum and openssl, who types what the page of the pack tells them to.</summary>
public sealed class OutsiderTests() : PackTest(StorageProvider.Sqlite)
{
    private readonly string folder = Directory.CreateTempSubdirectory("pago-outsider-").FullName;

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_the_page_says_comes_out()
    {
        var pack = await PackAsync(await DisputedAsync(), Lead, "Dispute");
        var steps = StepsOf(pack, "es");
        Assert.Equal(steps, StepsOf(pack, "en"));
        Assert.Equal(steps, StepsOf(pack, "zh"));

        Assert.Equal(["unpack", "sums", "signature", "key", "chain", "private", "deliveries", "seals"], steps.Keys);
        var told = await TypeAsync(pack, steps);

        Assert.Equal("every file is as listed\nno file was added\n", told["sums"]);
        Assert.Equal("Verified OK\n", told["signature"]);
        Assert.Equal(Check(pack).KeyId + "\n", told["key"]);
        Assert.Equal("the chain holds\n", told["chain"]);
        Assert.Equal("private parts were compared\n", told["private"]);
        Assert.Matches(@"\Ajournal/\d{6}\.bin\n\z", told["deliveries"]);
        Assert.Equal("Verified OK\nVerified OK\n", told["seals"]);
    }

    [Fact]
    public async Task What_was_changed_comes_out_too()
    {
        var pack = await PackAsync(await DisputedAsync(), Lead, "Dispute");
        var files = FilesOf(pack);
        files["journal/000002.bin"][40] ^= 1;
        files["raw/deliveries/000001.body"][5] ^= 1;
        files["seals/2026-11-22/step-01.bin"][3] ^= 1;
        files["seals/2026-11-23/statement.json"][^3] ^= 1;

        var told = await TypeAsync(ZipOf(files), StepsOf(pack, "en"));

        Assert.Contains("journal/000002.bin: FAILED", told["sums"], StringComparison.Ordinal);
        Assert.Contains("raw/deliveries/000001.body: FAILED", told["sums"], StringComparison.Ordinal);
        Assert.DoesNotContain("as listed", told["sums"], StringComparison.Ordinal);
        Assert.StartsWith("BROKEN: journal/000003.bin", told["chain"], StringComparison.Ordinal);
        Assert.Equal("NOT NAMED: raw/deliveries/000001.body\n", told["deliveries"]);
        Assert.Contains("BROKEN: seals/2026-11-22/", told["seals"], StringComparison.Ordinal);
        Assert.DoesNotContain("Verified OK\nVerified OK", told["seals"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> StepsOf(byte[] pack, string language) =>
        Regex.Matches(Encoding.UTF8.GetString(FilesOf(pack)[$"VERIFY.{language}.html"]), "<pre id=\"(\\w+)\">(.*?)</pre>", RegexOptions.Singleline)
            .ToDictionary(step => step.Groups[1].Value, step => WebUtility.HtmlDecode(step.Groups[2].Value));

    private async Task<Dictionary<string, string>> TypeAsync(byte[] pack, Dictionary<string, string> steps)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "evidence-1.zip"), pack, Ct);
        var told = new Dictionary<string, string>();
        foreach (var (name, commands) in steps)
        {
            var done = await Shell.RunAsync("sh", ["-c", commands], start => start.WorkingDirectory = name == "unpack" ? folder : Path.Combine(folder, "check"));
            told[name] = done.Output;
        }

        return told;
    }
}
