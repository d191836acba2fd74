using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Sandbox;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Tests.Sandbox;

public sealed class RestartTests
{
    [Fact]
    public async Task Restart_KeepsPaymentsKeysFaults_AndSendsWhatWasNotTaken()
    {
        var folder = SandboxHost.NewFolder();
        string id;
        await using (var before = await SandboxHost.StartAsync(folder: folder))
        {
            id = await before.Gateway.NewAsync("A-1");
            await before.ControlAsync($"payments/{id}/pay", new { transactionId = "tx_1" });
            await before.FaultsAsync(new { delayMs = 1 });
        }

        await using var console = await FakeConsole.StartAsync();
        await using (var after = await SandboxHost.StartAsync(console.Url, folder))
        {
            Assert.Equal(id, (await after.Gateway.CreateAsync(SignedCalls.Order("A-1"), "create-A-1"))["id"]);
            Assert.Equal("paid", (await after.Gateway.GetAsync(id))["status"]);
            Assert.Equal(1, (await after.ControlAsync("faults", null, HttpMethod.Get)).GetProperty("delayMs").GetInt32());
            var heard = await console.WaitAsync(() => console.Events(id), 1);
            Assert.Equal("tx_1", heard[0].Json.GetProperty("data").GetProperty("transaction_id").GetString());
            Assert.NotEqual((await after.Gateway.GetAsync(id))["cip"], (await after.Gateway.GetAsync(await after.Gateway.NewAsync("A-2")))["cip"]);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task File_IsWrittenThroughToTheDisk_AndOneBadWriteHarmsNoOther()
    {
        var folder = SandboxHost.NewFolder();
        await using (var file = new SandboxFile(Path.Combine(folder, "deep", "sandbox.db")))
        {
            Assert.Equal(2, await file.WriteAsync(db => db.Number("PRAGMA synchronous")));
            Assert.Equal("wal", await file.WriteAsync(db => db.Query("PRAGMA journal_mode", row => row.GetString(0))[0]));

            var good = Enumerable.Range(0, 20).Select(_ => file.WriteAsync(db => db.Next("good"))).ToList();
            var bad = file.WriteAsync(db =>
            {
                db.Next("good");
                throw new InvalidDataException("bad");
            });
            good.Add(file.WriteAsync(db => db.Next("good")));

            await Assert.ThrowsAsync<InvalidDataException>(() => bad);
            Assert.Equal(Enumerable.Range(1, 21).Select(n => (long)n), (await Task.WhenAll(good)).Order());
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Housekeeping_ThrowsAwayOldMessages_AndNoMoney()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var console = await FakeConsole.StartAsync();
        var folder = SandboxHost.NewFolder();
        await using (var sandbox = await SandboxHost.StartAsync(console.Url, folder, time))
        {
            var id = await sandbox.Gateway.NewAsync("B-1");
            await sandbox.ControlAsync($"payments/{id}/pay");
            await console.WaitAsync(() => console.Events(id), 1);
            using var callback = await sandbox.Http.PostAsync("/sandbox/marketplace/callbacks", null, TestContext.Current.CancellationToken);
        }
        time.Advance(TimeSpan.FromDays(8));
        await using (var file = new SandboxFile(Path.Combine(folder, "sandbox.db")))
        {
            using var keeper = new Housekeeping(
                file, Options.Create(new SandboxSettings()), time, NullLogger<Housekeeping>.Instance);
            Assert.Equal(2, await keeper.SweepAsync());
            Assert.Equal(0, await keeper.SweepAsync());
            Assert.Equal(1, file.Read(db => db.Number("SELECT count(*) FROM money")));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void AddSandbox_InProduction_RefusesToStart()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });

        var refusal = Assert.Throws<InvalidOperationException>(() => builder.AddSandbox());

        Assert.Contains("Production", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080/", "https://localhost:5443", "http://localhost:5080")]
    [InlineData("http://127.0.0.1:8080/", "http://+:8080")]
    [InlineData("http://127.0.0.1:8080/", "http://[::]:8080")]
    [InlineData("http://127.0.0.1:8080/", "http://0.0.0.0:8080")]
    public void Own_OfTheServersAddresses_IsOneThatCanBeCalled(string expected, params string[] addresses) =>
        Assert.Equal(expected, ConsoleAddress.Own(addresses)?.AbsoluteUri);
}
