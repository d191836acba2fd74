using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Verifying;

/// <summary>
/// How long it takes to check a journal of so many entries with its seals, five entries and one private part a stream, against a walk that asks EF Core for
/// each stream, on the same SQLite file.
/// </summary>
internal static class VerifySpeed
{
    private const int EachStream = 5;
    private static readonly string[] Columns = ["at", "stream", "position", "kind", "order_id", "actor", "data", "private_digest", "prev_hash", "hash"];

    public static async Task RunAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("pago-bench-");
        var file = Path.Combine(folder.FullName, "pago.db");
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = $"Data Source={file}",
        }).Build();
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddSingleton(TimeProvider.System).AddStorage()
            .AddJournal().AddSingleton<ISeal, OpenSeal>().AddEvidence().AddSeals().BuildServiceProvider())
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            Fill(file, entries);
            await services.GetRequiredService<SealDays>().RunAsync(CancellationToken.None);
            var (verify, contexts) = (services.GetRequiredService<VerifyEvidence>(), services.GetRequiredService<IDbContextFactory<PagoDb>>());
            await verify.RunAsync("bench-1", CancellationToken.None);
            await StreamByStream.WalkAsync(contexts, 2000, CancellationToken.None);
            using var memory = new OwnMemory();
            var ours = new List<(TimeSpan Took, TimeSpan Processor)>();
            for (var round = 0; round < 3; round++) ours.Add(await TimeAsync(async () =>
            {
                var verdict = await verify.RunAsync(null, CancellationToken.None);
                if (!verdict.Holds || verdict.Journal.Entries < entries) throw new InvalidOperationException($"The journal should hold: {verdict.Journal.Broken} {verdict.Journal.Entries}");
            }));
            var peak = memory.Peak;
            var theirs = await TimeAsync(async () => await StreamByStream.WalkAsync(contexts, long.MaxValue, CancellationToken.None));
            Console.WriteLine($"{entries:N0} entries in {entries / EachStream:N0} streams, {new FileInfo(file).Length >> 20:N0} MB");
            foreach (var (took, processor) in ours) Tell("chains, private parts and seals", took, processor);
            Tell("chains alone, stream by stream with EF Core", theirs.Took, theirs.Processor);
            Console.WriteLine($"that is {theirs.Took / ours.Min(round => round.Took):F1} times as long, {theirs.Processor / ours.Min(round => round.Processor):F1} times the processor; ours took at most {peak} MB of its own");

            void Tell(string what, TimeSpan took, TimeSpan processor) =>
                Console.WriteLine($"{what}: {took.TotalSeconds:F2} s, {processor.TotalSeconds:F2} s of processor, {entries / took.TotalSeconds:N0} entries a second");
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<(TimeSpan Took, TimeSpan Processor)> TimeAsync(Func<Task> work)
    {
        var (began, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - processor);
    }

    /// <summary>Entries of yesterday, of all streams in turn, as a day of trade writes them.</summary>
    private static void Fill(string file, int entries)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        SqliteRows.Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; BEGIN");
        using var journal = SqliteRows.Insert(connection, "journal", Columns);
        using var heads = SqliteRows.Insert(connection, "journal_streams", ["stream", "position", "head_hash"]);
        using var parts = SqliteRows.Insert(connection, "journal_private", ["stream", "position", "salt", "text"]);
        var (streams, at) = (entries / EachStream, TimeProvider.System.GetUtcNow().AddDays(-1));
        var last = new byte[streams][];
        for (var i = 0; i < streams * EachStream; i++)
        {
            var (n, position) = (i % streams, (i / streams) + 1);
            var (stream, personal) = ($"order/bench-{n}", position == 2);
            var salt = new byte[16];
            const string Text = """{"receivedBy":"Ana Quispe"}""";
            var entry = Entry(stream, position, at, position == 1 ? JournalEntry.Genesis : last[n], personal ? JournalPrivate.DigestOf(salt, Text) : null, []);
            var hash = last[n] = entry.ComputeHash();
            SqliteRows.Set(
                journal, at.ToUnixTimeMilliseconds(), stream, position, entry.Kind, entry.OrderId!, entry.Actor, entry.Data, (object?)entry.PrivateDigest ?? DBNull.Value, entry.PrevHash, hash);
            if (personal) SqliteRows.Set(parts, stream, position, salt, Text);
            if (position == EachStream) SqliteRows.Set(heads, stream, position, hash);
        }

        SqliteRows.Run(connection, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static JournalEntry Entry(string stream, long position, DateTimeOffset at, byte[] previous, byte[]? digest, byte[] hash) => new()
    {
        At = at,
        Stream = stream,
        Position = position,
        Kind = "order.paid",
        OrderId = stream[6..],
        Actor = "pagoefectivo",
        Data = """{"from":"AwaitingPayment","to":"Paid","details":{"amount":"1299.90","currency":"PEN","transactionId":"tx_0192837465","channel":"AGENTE-BCP","paidAt":"2026-11-22T17:00:00Z"}}""",
        PrivateDigest = digest,
        PrevHash = previous,
        Hash = hash,
    };

    private sealed class OpenSeal : ISeal
    {
        public string Close(string purpose, string text) => text;

        public string? Open(string purpose, string closed) => closed;
    }
}
