using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Evidence;

public sealed class InstallationKeyTestsOnSqlite() : InstallationKeyTests(StorageProvider.Sqlite);

public sealed class InstallationKeyTestsOnPostgres() : InstallationKeyTests(StorageProvider.Postgres);

public abstract class InstallationKeyTests(StorageProvider provider) : StoreTest(provider)
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("what is signed");
    private readonly OtherRing ring = new();

    private InstallationKey Keys => Get<InstallationKey>();

    protected override void Register(IServiceCollection services) => services.AddJournal().AddSingleton<ISeal>(ring).AddEvidence();

    [Fact]
    public async Task One_pair_is_made_and_signs_what_its_public_half_confirms()
    {
        var signatures = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Keys.SignAsync(Content, Ct)));

        var key = Assert.Single(await Keys.PublicKeysAsync(Ct));
        Assert.All(signatures, signature => Assert.Equal(key.KeyId, signature.KeyId));
        Assert.True(InstallationKey.Holds(key.Pem, Content, signatures[0].Der));
        Assert.False(InstallationKey.Holds(key.Pem, [.. Content, 1], signatures[0].Der));
        using var read = ECDsa.Create();
        read.ImportFromPem(key.Pem);
        Assert.Equal(ECCurve.NamedCurves.nistP256.Oid.Value, read.ExportParameters(false).Curve.Oid.Value);
    }

    [Fact]
    public async Task A_lost_ring_of_keys_makes_a_new_pair_and_old_signatures_hold()
    {
        var old = await Keys.SignAsync(Content, Ct);
        ring.Name = "another";
        Time.Advance(TimeSpan.FromDays(1));

        var signature = await Keys.SignAsync(Content, Ct);

        var keys = await Keys.PublicKeysAsync(Ct);
        Assert.Equal([signature.KeyId, old.KeyId], keys.Select(key => key.KeyId));
        Assert.True(InstallationKey.Holds(keys[1].Pem, Content, old.Der));
        Assert.False(InstallationKey.Holds(keys[0].Pem, Content, old.Der));
    }

    [Fact]
    public async Task The_private_half_is_never_in_the_clear_and_the_journal_tells_the_public_one()
    {
        await Keys.SignAsync(Content, Ct);

        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var closed = Convert.ToString(await db.ScalarAsync("SELECT closed FROM signing_keys", [], Ct), null)!;
        Assert.StartsWith("closed:first:signing-key:", closed, StringComparison.Ordinal);
        var entry = await db.Set<JournalEntry>().SingleAsync(e => e.Stream == InstallationKey.Stream, Ct);
        Assert.Equal(InstallationKey.Made, entry.Kind);
        Assert.Contains("BEGIN PUBLIC KEY", entry.Data, StringComparison.Ordinal);
    }

    private sealed class OtherRing : ISeal
    {
        private readonly PlainSeal inner = new();

        public string Name { get; set; } = "first";

        public string Close(string purpose, string text) => $"closed:{Name}:{inner.Close(purpose, text)["closed:".Length..]}";

        public string? Open(string purpose, string closed) =>
            closed.StartsWith($"closed:{Name}:", StringComparison.Ordinal) ? inner.Open(purpose, "closed:" + closed[$"closed:{Name}:".Length..]) : null;
    }
}
