using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Bunit;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Evidence.Seals;

namespace PagoConsole.Tests.Components;

public sealed class SealsPageTests : PageTest
{
    private static readonly Actor Auditor = new(ActorKind.Person, "usr_Auditor", "Auditor", RolePermissions.Of(Role.Auditor));

    [Fact]
    public async Task A_check_on_demand_says_what_holds_and_then_what_does_not()
    {
        var day = await SealedDayAsync();
        var page = Show<SealsPage>(Role.Auditor, "/evidence/seals");
        page.WaitForAssertion(() => Assert.Contains("Not checked yet", page.Find("tbody").TextContent, StringComparison.Ordinal));

        page.Press(() => page.Find("button.mud-button-filled"));
        page.WaitForAssertion(() => Assert.Contains("All holds", page.Find("section.run").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Holds", page.Find("tbody").TextContent, StringComparison.Ordinal));

        await ReadAsync(db => db.ExecuteAsync("UPDATE seal_leaves SET position = 9 WHERE number = 1", [], Ct));
        page.Press(() => page.Find("button.mud-button-filled"));

        page.WaitForAssertion(() => Assert.Contains("Does not hold", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("the journal lacks an entry that was sealed", page.Find("section.faults").TextContent, StringComparison.Ordinal);
        Assert.Contains($"/evidence/seals/{day:yyyy-MM-dd}/files", page.Find("tbody a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_a_seal_can_be_verified_without_us()
    {
        var day = await SealedDayAsync();
        using var file = new MemoryStream();
        await Get<ExportSeal>().WriteAsync((await Get<ExportSeal>().RunAsync(day, Auditor, Ct)).Value, "How to verify", file, Ct);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var files = zip.Entries.ToDictionary(entry => entry.FullName, entry => Read(entry));

        using var key = ECDsa.Create();
        key.ImportFromPem(Encoding.UTF8.GetString(files["key.pem"]));
        Assert.True(key.VerifyData(files["seal.json"], files["seal.sig"], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        var leaves = Encoding.UTF8.GetString(files["leaves.tsv"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        var tree = leaves.ConvertAll(leaf => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(leaf[1] == "previous" ? $"previous\n{leaf[2]}" : $"head\n{leaf[1]}\n{leaf[2]}\n{leaf[3]}")]));
        Assert.Contains($"\"root\":\"{Convert.ToHexStringLower(MerkleTree.Root(tree))}\"", Encoding.UTF8.GetString(files["seal.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_night_it_says_when_a_day_is_sealed()
    {
        var page = Show<SealsPage>(Role.Auditor, "/evidence/seals");

        page.WaitForAssertion(() => Assert.Contains("No day sealed yet", page.Markup, StringComparison.Ordinal));
    }

    private async Task<DateOnly> SealedDayAsync()
    {
        await PaidAsync();
        var day = Lima.DayOf(Time.GetUtcNow());
        Time.Advance(TimeSpan.FromDays(1));
        await Get<SealDays>().RunAsync(Ct);
        return day;
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
