using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Seals;

public sealed class SealDaysTestsOnSqlite() : SealDaysTests(StorageProvider.Sqlite);

public sealed class SealDaysTestsOnPostgres() : SealDaysTests(StorageProvider.Postgres);

public abstract class SealDaysTests(StorageProvider provider) : SealTest(provider)
{
    [Fact]
    public async Task A_day_is_sealed_once_when_it_is_over_and_anybody_can_follow_it()
    {
        await WriteAsync("order/A", new { n = 1 });
        await WriteAsync("order/B", new { n = 1 });
        await WriteAsync("order/A", new { n = 2 });
        Assert.Empty(await SealAsync());
        var day = Today;
        NextDay();

        var seal = Assert.Single(await SealAsync());
        Assert.Empty(await SealAsync());

        Assert.Equal((day, 2L, 3L), (seal.Day, seal.Streams, seal.Entries));
        Assert.Equal(DailySeal.Genesis, seal.PreviousRoot);
        var key = Assert.Single(await Get<InstallationKey>().PublicKeysAsync(Ct));
        var proof = Assert.Single(await Get<SealBook>().InclusionOfAsync("order/A", Ct));
        Assert.True(InstallationKey.Holds(key.Pem, proof.Statement, proof.Signature));
        Assert.True(proof.LeadsToRoot);
        Assert.Equal(proof.Leaf, MerkleTree.Leaf(SealLeaf.TextOf("order/A", 2, proof.HeadHash)));
        Assert.Contains(Convert.ToHexStringLower(proof.Root), System.Text.Encoding.UTF8.GetString(proof.Statement), StringComparison.Ordinal);
        Assert.True((await VerifyAsync()).Holds);
        Assert.True((await VerifyAsync("A")).Holds);
    }

    [Fact]
    public async Task Missed_days_are_sealed_each_with_what_happened_on_it()
    {
        await WriteAsync("order/A", new { n = 1 });
        NextDay();
        await WriteAsync("order/A", new { n = 2 });
        await WriteAsync("order/B", new { n = 1 });
        await SealAsync();
        NextDay();
        NextDay();
        await WriteAsync("order/A", new { n = 3 });
        NextDay();

        var seals = await SealAsync();

        // The day of the first seal also has what was journalled about it and about the key.
        Assert.Equal(new (long, long)[] { (4, 4), (0, 0), (1, 1) }, seals.Select(seal => (seal.Streams, seal.Entries)));
        Assert.Equal(seals[0].Root, seals[1].PreviousRoot);
        Assert.Equal([1L, 2, 3], (await Get<SealBook>().InclusionOfAsync("order/A", Ct)).Select(proof => proof.Position));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task What_a_run_that_died_left_behind_does_not_count()
    {
        await WriteAsync("order/A", new { n = 1 });
        var day = Today;
        NextDay();
        await ByHandAsync($"INSERT INTO seal_leaves (day, number, stream, position, head_hash) SELECT '{day:yyyy-MM-dd}', 7, 'order/gone', 1, hash FROM journal");

        await SealAsync();

        Assert.Equal(["order/A"], await ReadAsync(db => db.Set<SealLeaf>().Select(leaf => leaf.Stream).ToListAsync(Ct)));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_check_is_kept_beside_each_seal_and_raises_an_alarm_when_one_does_not_hold()
    {
        await WriteAsync("order/A", new { n = 1 });
        NextDay();
        await SealAsync();
        await Get<CheckEvidence>().RunAsync(Ana, Ct);
        var whole = Assert.Single((await Get<SealBook>().ReadAsync(Ana, null, Ct)).Value);
        Assert.Equal((Time.GetUtcNow(), (SealFaultKind?)null), (whole.CheckedAt, whole.Fault));
        await ByHandAsync("UPDATE seal_leaves SET position = 9");

        var verdict = await Get<CheckEvidence>().RunAsync(null, Ct);

        Assert.False(verdict.Holds);
        Assert.NotNull(Assert.Single((await Get<SealBook>().ReadAsync(Ana, null, Ct)).Value).Fault);
        Assert.Equal(1, Convert.ToInt32(await ReadAsync(db => db.ScalarAsync("SELECT count(*) FROM alarms WHERE kind = 'EvidenceBroken' AND open_key IS NOT NULL", [], Ct)), null));
    }

    [Fact]
    public async Task Only_who_may_see_seals_reads_checks_and_exports_them()
    {
        var stranger = Ana with { Permissions = new HashSet<Permission> { Permission.SeeOrders } };

        Assert.Equal(RefusalCode.NotAllowed, (await Get<SealBook>().ReadAsync(stranger, null, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<EvidenceChecks>().StartAsync(stranger, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ExportSeal>().RunAsync(Today, stranger, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<ExportSeal>().RunAsync(Today, Ana, Ct)).Refusal?.Code);
    }
}
