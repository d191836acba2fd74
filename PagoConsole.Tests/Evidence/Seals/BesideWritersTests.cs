using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Evidence.Seals;

public sealed class BesideWritersTestsOnSqlite() : BesideWritersTests(StorageProvider.Sqlite);

public sealed class BesideWritersTestsOnPostgres() : BesideWritersTests(StorageProvider.Postgres);

/// <summary>The check runs while others write into the same streams, open new ones and erase private parts: it raises no alarm.</summary>
public abstract class BesideWritersTests(StorageProvider provider) : SealTest(provider)
{
    private const int Writers = 4;
    private const int Each = 40;

    [Fact]
    public async Task Nothing_is_said_to_be_broken_that_is_only_being_written()
    {
        await WriteAsync("order/shared", new { n = 0 });
        NextDay();
        await SealAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteManyAsync(writer), Ct)));

        var checks = 0;
        for (var last = false; !last; checks++)
        {
            last = writing.IsCompleted;
            var verdict = await VerifyAsync();
            Assert.True(verdict.Journal.Faults.Count == 0, string.Join("; ", verdict.Journal.Faults));
            Assert.True(verdict.Seals.Faults.Count == 0, string.Join("; ", verdict.Seals.Faults));
        }

        await writing;
        Assert.True(checks > 1);
        Assert.True((await VerifyAsync()).Journal.Entries >= Writers * Each * 2);
    }

    private async Task WriteManyAsync(int writer)
    {
        for (var i = 0; i < Each; i++)
        {
            await WriteAsync("order/shared", new { writer, i });
            var own = $"order/{(i % 2 == 0 ? "a" : "z")}{writer}-{i}";
            await WriteAsync(own, new { i }, new { name = "Ana" });
            if (i % 3 == 0) await Get<Writes>().DoAsync(tx => PrivateParts.EraseAsync(tx, own, 1, 1, Ana, null, Ct), Ct);
        }
    }
}
