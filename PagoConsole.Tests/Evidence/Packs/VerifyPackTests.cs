using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Commands;

namespace PagoConsole.Tests.Evidence.Packs;

/// <summary>What the verb says of a pack where no store is at hand; with one, see the contract's tests.</summary>
public sealed class VerifyPackTests() : PackTest(StorageProvider.Sqlite)
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pago-pack-");

    public override async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Without_a_store_a_pack_stands_by_itself_and_what_was_changed_is_named()
    {
        var orderId = await DisputedAsync();
        var pack = await PackAsync(orderId, Auditor);

        var (code, said) = await RunAsync(pack, asJson: false);
        Assert.Equal(0, code);
        Assert.Contains($"of order {orderId}", said, StringComparison.Ordinal);
        Assert.Contains("2 daily seals lead to the journal", said, StringComparison.Ordinal);
        Assert.Contains("store is not at hand", said, StringComparison.Ordinal);
        Assert.EndsWith("The pack holds.", said.TrimEnd(), StringComparison.Ordinal);

        var files = FilesOf(pack);
        files["records/order.json"][10] ^= 1;
        Assert.Equal(1, (await RunAsync(ZipOf(files), asJson: false)).Code);
        var (_, json) = await RunAsync(ZipOf(files), asJson: true);
        Assert.Contains("\"holds\":false", json, StringComparison.Ordinal);
        Assert.Contains("records/order.json is not the file that was listed", json, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> RunAsync(byte[] pack, bool asJson)
    {
        var file = Path.Combine(folder.FullName, "pack.zip");
        await File.WriteAllBytesAsync(file, pack, Ct);
        await using var said = new StringWriter();
        var code = await VerifyPack.RunAsync(file, ["--Storage:ConnectionString=Data Source=/tmp/no-such-folder/pago.db"], asJson, said, Ct);
        return (code, said.ToString());
    }
}
