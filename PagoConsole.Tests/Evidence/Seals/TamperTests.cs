using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Evidence.Seals.SealFaultKind;
using static PagoConsole.Core.Journal.JournalFaultKind;

namespace PagoConsole.Tests.Evidence.Seals;

public sealed class TamperTestsOnSqlite() : TamperTests(StorageProvider.Sqlite);

public sealed class TamperTestsOnPostgres() : TamperTests(StorageProvider.Postgres);

/// <summary>Rows are changed, deleted, put in and reordered by hand; each time the check names what it was, and holds again once it is undone.</summary>
public abstract class TamperTests(StorageProvider provider) : SealTest(provider)
{
    private static readonly string[] Tables = ["journal", "journal_streams", "journal_private", "daily_seals", "seal_leaves", "signing_keys"];
    private const string Second = "WHERE stream = 'order/A' AND position = 2";
    private readonly List<string> notFound = [];

    [Fact]
    public async Task Every_tampering_with_the_journal_is_found_and_named()
    {
        await PrepareAsync();
        await TryAsync("data", Changed, "order/A", 2, $"UPDATE journal SET data = '{{\"n\":3}}' {Second}");
        await TryAsync("actor", Changed, "order/A", 2, $"UPDATE journal SET actor = 'person:eva' {Second}");
        await TryAsync("instant", Changed, "order/A", 2, $"UPDATE journal SET at = at - 1 {Second}");
        await TryAsync("kind", Changed, "order/A", 2, $"UPDATE journal SET kind = 'order.paid' {Second}");
        await TryAsync("order", Changed, "order/A", 2, $"UPDATE journal SET order_id = NULL {Second}");
        await TryAsync("digest", Changed, "order/B", 1, "UPDATE journal SET private_digest = hash WHERE stream = 'order/B' AND position = 1");
        await TryAsync("hash", Changed, "order/A", 2, $"UPDATE journal SET hash = prev_hash {Second}");
        await TryAsync("previous hash", JournalFaultKind.NotFollowing, "order/A", 2, $"UPDATE journal SET prev_hash = hash {Second}");
        await TryAsync("stream", Missing, "order/A", 2, $"UPDATE journal SET stream = 'order/B', position = 9 {Second}");
        await TryAsync("delete in the middle", Missing, "order/A", 2, $"DELETE FROM journal {Second}");
        await TryAsync("delete the last", Cut, "order/A", 3, "DELETE FROM journal WHERE stream = 'order/A' AND position = 3");
        await TryAsync("delete the first", Missing, "order/A", 1, "DELETE FROM journal WHERE stream = 'order/A' AND position = 1");
        await TryAsync("delete all", Cut, "order/A", 1, "DELETE FROM journal WHERE stream = 'order/A'");
        await TryAsync("insert behind", BeyondHead, "order/A", 4, CopyOf("order/A", 3, "order/A", 4));
        await TryAsync("insert a stream", NoHead, "order/X", 1, CopyOf("order/A", 1, "order/X", 1));
        await TryAsync("swap positions", JournalFaultKind.NotFollowing, "order/A", 2, Swap("journal", "position", 2, 3, "WHERE stream = 'order/A' AND position ="));
        await TryAsync("swap places", OutOfOrder, "order/A", 3, await SwapSeqAsync());
        await TryAsync("head's hash", HeadDiffers, "order/A", 3, "UPDATE journal_streams SET head_hash = (SELECT prev_hash FROM journal j WHERE j.stream = 'order/A' AND j.position = 3) WHERE stream = 'order/A'");
        await TryAsync("head further on", Cut, "order/A", 4, "UPDATE journal_streams SET position = 5 WHERE stream = 'order/A'");
        await TryAsync("head further back", BeyondHead, "order/A", 3, "UPDATE journal_streams SET position = 2 WHERE stream = 'order/A'");
        await TryAsync("head gone", NoHead, "order/A", 1, "DELETE FROM journal_streams WHERE stream = 'order/A'");
        await TryAsync("private text", PrivateChanged, "order/B", 1, "UPDATE journal_private SET text = '{\"name\":\"Eva\"}'");
        await TryAsync("private salt", PrivateChanged, "order/B", 1, "UPDATE journal_private SET salt = (SELECT hash FROM journal WHERE stream = 'order/A' AND position = 1)");
        await TryAsync("private part gone", PrivateMissing, "order/B", 1, "DELETE FROM journal_private");
        await TryAsync("private part put in", PrivateChanged, "order/A", 2, "INSERT INTO journal_private (stream, position, salt, text) SELECT 'order/A', 2, salt, text FROM journal_private");
        Assert.Empty(notFound);
    }

    [Fact]
    public async Task What_the_chains_cannot_show_the_seals_do()
    {
        await PrepareAsync();
        await TryAsync("a stream written anew", EntryDiffers, "order/A", 2, () => WriteAnewAsync("order/A"));
        await TryAsync("a stream removed", EntryMissing, "order/B", 1,
            "DELETE FROM journal WHERE stream = 'order/B'", "DELETE FROM journal_streams WHERE stream = 'order/B'", "DELETE FROM journal_private WHERE stream = 'order/B'");
        await TryAsync("a stream cut short", EntryMissing, "order/A", 3,
            "DELETE FROM journal WHERE stream = 'order/A' AND position = 3",
            "UPDATE journal_streams SET position = 2, head_hash = (SELECT j.hash FROM journal j WHERE j.stream = 'order/A' AND j.position = 2) WHERE stream = 'order/A'");
        await TryAsync("a private part erased under a run that never was", async () =>
        {
            await ByHandAsync("DELETE FROM journal_private");
            await Get<Writes>().DoAsync(tx => PrivateParts.EraseAsync(tx, "order/B", 1, 99, Ana, "B", Ct), Ct);
        }, verdict => verdict.UnknownRuns.SequenceEqual([99]));
        Assert.Empty(notFound);
    }

    [Fact]
    public async Task Every_tampering_with_the_seals_is_found_and_named()
    {
        var (first, second, third) = await PrepareAsync();
        var of = (DateOnly day) => $"WHERE day = '{day:yyyy-MM-dd}'";
        await TryAsync("root", SignatureWrong, second, $"UPDATE daily_seals SET root = previous_root {of(second)}");
        await TryAsync("root is journalled", NotAsJournalled, second, $"UPDATE daily_seals SET root = previous_root {of(second)}");
        await TryAsync("count", SignatureWrong, second, $"UPDATE daily_seals SET entries = 1 {of(second)}");
        await TryAsync("instant", SignatureWrong, second, $"UPDATE daily_seals SET sealed_at = sealed_at - 1 {of(second)}");
        await TryAsync("signature", SignatureWrong, second, $"UPDATE daily_seals SET signature = (SELECT signature FROM daily_seals {of(third)}) {of(second)}");
        await TryAsync("previous root", SealFaultKind.NotFollowing, third, $"UPDATE daily_seals SET previous_root = root {of(third)}");
        await TryAsync("first seal gone", DayMissing, first, $"DELETE FROM daily_seals {of(first)}");
        await TryAsync("a seal gone", DayMissing, second, $"DELETE FROM daily_seals {of(second)}");
        await TryAsync("last seal gone", DayMissing, third, $"DELETE FROM daily_seals {of(third)}", $"DELETE FROM seal_leaves {of(third)}");
        await TryAsync("leaf's position", RootDiffers, first, $"UPDATE seal_leaves SET position = 1 {of(first)} AND stream = 'order/A'");
        await TryAsync("leaf's hash", EntryDiffers, "order/A", 2, $"UPDATE seal_leaves SET head_hash = (SELECT prev_hash FROM journal WHERE stream = 'order/B' AND position = 1) {of(first)} AND stream = 'order/A'");
        await TryAsync("leaf gone", LeavesMissing, first, $"DELETE FROM seal_leaves {of(first)} AND stream = 'order/B'");
        await TryAsync("leaf put in", LeavesMissing, first, $"INSERT INTO seal_leaves (day, number, stream, position, head_hash) SELECT day, 9, 'order/X', 1, head_hash FROM seal_leaves {of(first)} AND number = 1");
        await TryAsync("leaves reordered", RootDiffers, first, Swap("seal_leaves", "number", 1, 2, $"{of(first)} AND number ="));
        await TryAsync("another key", KeyUnknown, third, () => SignWithAnotherKeyAsync(third));
        Assert.Empty(notFound);
    }

    private async Task<(DateOnly First, DateOnly Second, DateOnly Third)> PrepareAsync()
    {
        var first = Today;
        await WriteAsync("order/A", new { n = 1 });
        await WriteAsync("order/B", new { n = 1 }, new { name = "Ana" });
        await WriteAsync("order/A", new { n = 2 });
        NextDay();
        await SealAsync();
        NextDay();
        await WriteAsync("order/A", new { n = 4 });
        NextDay();
        await SealAsync();
        Assert.True((await VerifyAsync()).Holds);
        foreach (var table in Tables) await ByHandAsync($"CREATE TABLE kept_{table} AS SELECT * FROM {table}");
        return (first, first.AddDays(1), first.AddDays(2));
    }

    private Task TryAsync(string what, JournalFaultKind kind, string stream, long position, params string[] statements) =>
        TryAsync(what, () => ByHandAsync(statements), verdict => verdict.Journal.Faults.Any(fault => (fault.Kind, fault.Stream, fault.Position) == (kind, stream, position)));

    private Task TryAsync(string what, SealFaultKind kind, string stream, long position, params string[] statements) => TryAsync(what, kind, stream, position, () => ByHandAsync(statements));

    private Task TryAsync(string what, SealFaultKind kind, string stream, long position, Func<Task> tamper) =>
        TryAsync(what, tamper, verdict => verdict.Seals.Faults.Any(fault => (fault.Kind, fault.Stream, fault.Position) == (kind, stream, position)));

    private Task TryAsync(string what, SealFaultKind kind, DateOnly day, params string[] statements) => TryAsync(what, kind, day, () => ByHandAsync(statements));

    private Task TryAsync(string what, SealFaultKind kind, DateOnly day, Func<Task> tamper) =>
        TryAsync(what, tamper, verdict => verdict.Seals.Faults.Any(fault => (fault.Kind, fault.Day) == (kind, day)));

    private async Task TryAsync(string what, Func<Task> tamper, Func<EvidenceVerdict, bool> named)
    {
        await tamper();
        var verdict = await VerifyAsync();
        if (!named(verdict)) notFound.Add($"{what}: {string.Join("; ", verdict.Journal.Faults)} {string.Join("; ", verdict.Seals.Faults)}");
        foreach (var table in Tables) await ByHandAsync($"DELETE FROM {table}", $"INSERT INTO {table} SELECT * FROM kept_{table}");
        if (!(await VerifyAsync()).Holds) notFound.Add($"{what}: does not hold once it is undone");
    }

    /// <summary>What somebody would do who knows the chain: changes an entry and computes all hashes anew, the head's too.</summary>
    private async Task WriteAnewAsync(string stream)
    {
        await ByHandAsync($"UPDATE journal SET data = '{{\"n\":7}}' WHERE stream = '{stream}' AND position = 1");
        var previous = JournalEntry.Genesis;
        foreach (var entry in await ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Position).ToListAsync(Ct)))
        {
            var anew = new JournalEntry
            {
                At = entry.At, Stream = entry.Stream, Position = entry.Position, Kind = entry.Kind, OrderId = entry.OrderId, Actor = entry.Actor, Data = entry.Data,
                PrivateDigest = entry.PrivateDigest, PrevHash = previous, Hash = [],
            }.ComputeHash();
            await ReadAsync(db => db.ExecuteAsync("UPDATE journal SET prev_hash = @p0, hash = @p1 WHERE seq = @p2", [previous, anew, entry.Seq], Ct));
            await ReadAsync(db => db.ExecuteAsync("UPDATE journal_streams SET head_hash = @p0 WHERE stream = @p1", [anew, stream], Ct));
            previous = anew;
        }

        Assert.Null((await Get<JournalVerifier>().VerifyAsync(null, Ct)).Broken);
    }

    private async Task SignWithAnotherKeyAsync(DateOnly day)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var seal = await ReadAsync(db => db.Set<DailySeal>().AsNoTracking().SingleAsync(s => s.Day == day, Ct));
        var signature = pair.SignData(seal.Statement, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var id = SigningKey.IdOf(pair);
        await ReadAsync(db => db.ExecuteAsync(
            "INSERT INTO signing_keys (key_id, pem, closed, created_at) VALUES (@p0, @p1, 'x', 0)", [id, pair.ExportSubjectPublicKeyInfoPem() + "\n"], Ct));
        await ReadAsync(db => db.ExecuteAsync("UPDATE daily_seals SET key_id = @p0, signature = @p1 WHERE day = @p2", [id, signature, day], Ct));
    }

    private async Task<string[]> SwapSeqAsync()
    {
        var seqs = await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Stream == "order/A" && e.Position >= 2).OrderBy(e => e.Position).Select(e => e.Seq).ToListAsync(Ct));
        return Swap("journal", "seq", seqs[0], seqs[1], "WHERE seq =");
    }

    private static string[] Swap(string table, string column, long left, long right, string where) =>
    [
        $"UPDATE {table} SET {column} = -1 {where} {left}",
        $"UPDATE {table} SET {column} = {left} {where} {right}",
        $"UPDATE {table} SET {column} = {right} {where} -1",
    ];

    private static string CopyOf(string stream, long position, string into, long at) =>
        "INSERT INTO journal (at, stream, position, kind, order_id, actor, data, private_digest, prev_hash, hash) "
        + $"SELECT at, '{into}', {at}, kind, order_id, actor, data, private_digest, hash, hash FROM journal WHERE stream = '{stream}' AND position = {position}";
}
